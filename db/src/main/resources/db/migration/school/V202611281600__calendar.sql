-- Days off and days worked instead of them (国务院办公厅节假日安排), as the school enters them: what the product knows of a year needs no
-- row here. PLAIN takes back what was known. A year with a row is announced, though it may have no special day.
create table school.holiday_year (
  school_id bigint not null references engine.school,
  id uuid not null,
  year int not null check (year between 2000 and 2100),
  source text not null check (source <> ''),
  set_by uuid not null,
  primary key (school_id, id),
  unique (school_id, year)
);
call engine.protect('school.holiday_year', 'kept');

create table school.calendar_day (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  kind text not null check (kind in ('OFF', 'WORK', 'PLAIN')),
  name text not null,
  source text not null check (source <> ''),
  set_by uuid not null,
  primary key (school_id, id),
  unique (school_id, day)
);
call engine.protect('school.calendar_day', 'kept');
