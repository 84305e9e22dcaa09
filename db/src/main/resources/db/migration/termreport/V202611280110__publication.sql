-- A version that has its stamps is published once (R-SUM-9).
create table termreport.publication (
  school_id bigint not null,
  id uuid not null,
  summary_id uuid not null,
  published_by uuid not null,
  published_by_name text not null,
  published_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, summary_id),
  foreign key (school_id, summary_id) references termreport.summary,
  foreign key (school_id, published_by) references school.employee
);
call engine.protect('termreport.publication', 'posted');
