-- A report is of a theme and a period: the whole office or the canteen, of a term, a school year, half a year or a year; or of one person.
alter table termreport.summary
  add column theme text not null default 'OFFICE' check (theme in ('OFFICE', 'CANTEEN', 'SAFETY', 'SUPPLIES', 'OWN')),
  add column period text,
  add column person_id uuid;
-- What was written before is of a term. Nobody's policy is in the way of it: forced row-level security is for the application.
alter table termreport.summary no force row level security;
alter table school.term no force row level security;
update termreport.summary s set period = t.code from school.term t where t.school_id = s.school_id and t.id = s.term_id;
alter table school.term force row level security;
alter table termreport.summary force row level security;
alter table termreport.summary alter column theme drop default, alter column period set not null, drop column term_id;
alter table termreport.summary add constraint summary_person check ((theme = 'OWN') = (person_id is not null));
create unique index summary_version on termreport.summary (school_id, theme, period, version, person_id) nulls not distinct;

-- The figure of the period that a sentence compares with, as it stood (R-SUM-3, R-SUM-5).
create table termreport.summary_base (
  school_id bigint not null,
  id uuid not null,
  summary_id uuid not null,
  pos int not null check (pos > 0),
  base text not null check (base in ('YEAR', 'LAST')),
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
  unique (school_id, summary_id, base, figure),
  foreign key (school_id, summary_id) references termreport.summary deferrable initially deferred
);
call engine.protect('termreport.summary_base', 'posted');

-- A table or a chart of the text as it stood, by the line of the text that asks for it.
create table termreport.summary_insert (
  school_id bigint not null,
  id uuid not null,
  summary_id uuid not null,
  line int not null check (line > 0),
  content jsonb not null,
  primary key (school_id, id),
  unique (school_id, summary_id, line),
  foreign key (school_id, summary_id) references termreport.summary deferrable initially deferred
);
call engine.protect('termreport.summary_insert', 'posted');

-- Where a task of the plan comes from, and by what its end is seen: the next report of the kind scores it (R-PLAN-2, R-PLAN-3).
alter table termreport.summary_task
  add column source text not null default '' ,
  add column due_on date,
  add column target text,
  add column budget bigint check (budget >= 0),
  add column by_hand text;
alter table termreport.summary_task alter column source drop default;

-- The text of a report while it is being written. One for each report; whoever saves says which state he read.
create table termreport.draft (
  school_id bigint not null,
  id uuid not null,
  theme text not null check (theme in ('OFFICE', 'CANTEEN', 'SAFETY', 'SUPPLIES', 'OWN')),
  period text not null check (period <> ''),
  person_id uuid,
  body text not null,
  state int not null check (state > 0),
  changed_by uuid,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (school_id, id),
  constraint draft_person check ((theme = 'OWN') = (person_id is not null))
);
create unique index draft_report on termreport.draft (school_id, theme, period, person_id) nulls not distinct;
call engine.protect('termreport.draft', 'draft');
