-- What a figure should reach, from a day on. The newest that has begun holds; one without a bound ends what held before.
create table termreport.target (
  school_id bigint not null,
  id uuid not null,
  figure text not null,
  at_least numeric(24, 6),
  at_most numeric(24, 6),
  from_day date not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (school_id, id),
  check (at_least <= at_most),
  foreign key (school_id, set_by) references school.employee
);
create index on termreport.target (school_id, figure, from_day);
call engine.protect('termreport.target', 'posted');
