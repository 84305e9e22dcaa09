-- 工作总结: a version of the text with the values it was written from. A version is never changed, a new one is written.
create table termreport.summary (
  school_id bigint not null,
  id uuid not null,
  term_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  template text not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, term_id, version),
  foreign key (school_id, term_id) references school.term
);
call engine.protect('termreport.summary', 'posted');

create table termreport.summary_figure (
  school_id bigint not null,
  id uuid not null,
  summary_id uuid not null,
  figure text not null,
  definition_version int not null,
  value numeric(24, 6),
  unit text not null,
  grade text not null,
  evidence_count bigint not null,
  link text not null,
  period_from date not null,
  period_to date not null,
  computed_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, summary_id, figure),
  foreign key (school_id, summary_id) references termreport.summary deferrable initially deferred
);
call engine.protect('termreport.summary_figure', 'posted');
