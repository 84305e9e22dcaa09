-- 工作总结: a version of the text with all that it was written from. A version is never changed, a new one is written (R-SUM-3).
create table termreport.summary (
  school_id bigint not null,
  id uuid not null,
  term_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  -- the names and the span as they stood, so that the version reads the same for ever
  school_name text not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  template text not null,
  computed_at timestamptz not null,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, term_id, version),
  foreign key (school_id, term_id) references school.term
);
call engine.protect('termreport.summary', 'posted');

-- pos is the order of the report. A null value is 无记录, which a later record may end.
create table termreport.summary_figure (
  school_id bigint not null,
  id uuid not null,
  summary_id uuid not null,
  pos int not null check (pos > 0),
  figure text not null,
  definition_version int not null,
  value numeric(24, 6),
  unit text not null,
  grade text not null,
  evidence_count bigint not null check (evidence_count >= 0),
  link text not null,
  period_from date not null,
  period_to date not null,
  primary key (school_id, id),
  unique (school_id, summary_id, figure),
  unique (school_id, summary_id, pos),
  foreign key (school_id, summary_id) references termreport.summary deferrable initially deferred
);
create index on termreport.summary_figure (school_id, figure);
call engine.protect('termreport.summary_figure', 'posted');

-- The plan as it was derived on that day, in words (R-PLAN-2).
create table termreport.summary_task (
  school_id bigint not null,
  id uuid not null,
  summary_id uuid not null,
  pos int not null check (pos > 0),
  task text not null check (task <> ''),
  evidence_count bigint not null check (evidence_count >= 0),
  owner text,
  due text not null,
  link text not null,
  primary key (school_id, id),
  unique (school_id, summary_id, pos),
  foreign key (school_id, summary_id) references termreport.summary deferrable initially deferred
);
call engine.protect('termreport.summary_task', 'posted');
