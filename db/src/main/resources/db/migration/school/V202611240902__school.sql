-- Places, people, posts, classes, students, terms and dated policy (domain.md §3.57, §7, §8).
create table school.campus (
  school_id bigint not null references engine.school,
  id uuid not null,
  name text not null check (name <> ''),
  primary key (school_id, id),
  unique (school_id, name)
);
call engine.protect('school.campus', 'kept');

create table school.building (
  school_id bigint not null,
  id uuid not null,
  campus_id uuid not null,
  name text not null check (name <> ''),
  aliases text[] not null default '{}',
  primary key (school_id, id),
  unique (school_id, name),
  foreign key (school_id, campus_id) references school.campus
);
call engine.protect('school.building', 'kept');

create table school.room (
  school_id bigint not null,
  id uuid not null,
  building_id uuid not null,
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  use text not null,
  floor int,
  area numeric(10, 2) check (area > 0),
  -- IMPORTED: carried over from a file; WORKED: made by doing the work here
  grade text not null default 'WORKED' check (grade in ('IMPORTED', 'WORKED')),
  primary key (school_id, id),
  unique (school_id, building_id, code),
  foreign key (school_id, building_id) references school.building
);
call engine.protect('school.room', 'kept');

-- A department is never renamed in place: the old one ends, a new one begins and is named as its successor (R-ORG-1).
create table school.department (
  school_id bigint not null references engine.school,
  id uuid not null,
  name text not null check (name <> ''),
  teaching boolean not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  successor_id uuid check (successor_id <> id),
  primary key (school_id, id),
  foreign key (school_id, successor_id) references school.department,
  exclude using gist (school_id with =, name with =, daterange(valid_from, valid_to, '[]') with &&)
);
call engine.protect('school.department', 'kept');

-- In service from joined_on (unknown: since before the records begin) until the day before left_on. department_id is where
-- the person is now; where he was when stands in posting.
create table school.employee (
  school_id bigint not null references engine.school,
  id uuid not null,
  staff_no text not null check (staff_no <> ''),
  name text not null check (name <> ''),
  pinyin text not null,
  department_id uuid not null,
  job text,
  phone text,
  joined_on date,
  left_on date check (left_on >= joined_on),
  grade text not null default 'WORKED' check (grade in ('IMPORTED', 'WORKED')),
  primary key (school_id, id),
  unique (school_id, staff_no),
  foreign key (school_id, department_id) references school.department
);
create index on school.employee using gin (pinyin ext.gin_trgm_ops);
call engine.protect('school.employee', 'kept');

-- Which department a person is in, from when to when; never in two at once.
create table school.posting (
  school_id bigint not null,
  id uuid not null,
  employee_id uuid not null,
  department_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (school_id, id),
  foreign key (school_id, employee_id) references school.employee,
  foreign key (school_id, department_id) references school.department,
  exclude using gist (school_id with =, employee_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
call engine.protect('school.posting', 'kept');

-- Who holds which duty, from when to when (§8.1). H pairs never overlap in one person; a W pair names its compensating control.
create table school.duty_held (
  school_id bigint not null,
  id uuid not null,
  employee_id uuid not null,
  duty text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  granted_by uuid check (granted_by <> employee_id),
  asked_by uuid,
  compensating_control text check (compensating_control <> ''),
  primary key (school_id, id),
  foreign key (school_id, employee_id) references school.employee,
  exclude using gist (school_id with =, employee_id with =, duty with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index on school.duty_held (school_id, duty);
call engine.protect('school.duty_held', 'kept');

/* The H pairs of domain.md §8.3 that are forbidden to one person whatever the document. The words for a person who asks
   stand in org.zongwu.school.duty.Incompatible; a test holds the two against each other. */
create function school.incompatible(a text, b text) returns boolean language sql immutable parallel safe
  return a <> b and (
       (a in ('SYS_ADMIN', 'SEC_ADMIN', 'LOG_AUDITOR') or b in ('SYS_ADMIN', 'SEC_ADMIN', 'LOG_AUDITOR'))
    or (a = 'CASHIER' and b in ('ACCOUNTANT', 'ACC_SUPERVISOR')) or (b = 'CASHIER' and a in ('ACCOUNTANT', 'ACC_SUPERVISOR'))
    or (a = 'STOREKEEPER' and b in ('ACCOUNTANT', 'ACC_SUPERVISOR')) or (b = 'STOREKEEPER' and a in ('ACCOUNTANT', 'ACC_SUPERVISOR'))
    or (a = 'AUDIT_MEMBER' and b in ('ACCOUNTANT', 'ACC_SUPERVISOR', 'CASHIER', 'FEE_CLERK', 'RECEIPT_KEEPER', 'STOREKEEPER', 'BUYER'))
    or (b = 'AUDIT_MEMBER' and a in ('ACCOUNTANT', 'ACC_SUPERVISOR', 'CASHIER', 'FEE_CLERK', 'RECEIPT_KEEPER', 'STOREKEEPER', 'BUYER')));
grant execute on function school.incompatible(text, text) to zw_app, zw_ro, zw_audit;

create function school.refuse_incompatible() returns trigger language plpgsql as $$
declare
  other text;
begin
  -- Two grants to one person wait for each other here
  perform 1 from school.employee where school_id = new.school_id and id = new.employee_id for no key update;
  select duty into other from school.duty_held
    where school_id = new.school_id and employee_id = new.employee_id and id <> new.id
      and daterange(valid_from, valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')
      and school.incompatible(duty, new.duty) limit 1;
  if other is not null then
    raise exception 'one person may not hold % and %', new.duty, other using errcode = 'check_violation', constraint = 'duty_held_incompatible';
  end if;
  return new;
end
$$;
create trigger refuse_incompatible before insert or update on school.duty_held for each row execute function school.refuse_incompatible();

create table school.term (
  school_id bigint not null references engine.school,
  id uuid not null,
  code text not null check (code ~ '^[0-9]{4}-[0-9]{4}-[12]$'),
  starts_on date not null,
  opens_on date not null,
  ends_on date not null,
  check (starts_on <= opens_on and opens_on < ends_on),
  primary key (school_id, id),
  unique (school_id, code),
  exclude using gist (school_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
call engine.protect('school.term', 'kept');

-- A class is a cohort: its grade follows from the year, so that a new school year renames nothing. ends_on is its last day.
create table school.school_class (
  school_id bigint not null references engine.school,
  id uuid not null,
  entry_year int not null check (entry_year between 2000 and 2100),
  number int not null check (number between 1 and 99),
  head_teacher_id uuid,
  opens_on date not null,
  ends_on date check (ends_on >= opens_on),
  grade text not null default 'WORKED' check (grade in ('IMPORTED', 'WORKED')),
  primary key (school_id, id),
  unique (school_id, entry_year, number),
  foreign key (school_id, head_teacher_id) references school.employee
);
call engine.protect('school.school_class', 'kept');

create table school.student (
  school_id bigint not null references engine.school,
  id uuid not null,
  student_no text not null check (student_no <> ''),
  name text not null check (name <> ''),
  pinyin text not null,
  sex text check (sex in ('M', 'F')),
  grade text not null default 'WORKED' check (grade in ('IMPORTED', 'WORKED')),
  primary key (school_id, id),
  unique (school_id, student_no)
);
call engine.protect('school.student', 'kept');

-- Which class a student is in, from the first to the last day; never in two at once. A row that ended says why.
create table school.enrolment (
  school_id bigint not null,
  id uuid not null,
  student_id uuid not null,
  class_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  leaving_reason text check (leaving_reason in ('MOVED', 'TRANSFERRED_OUT', 'SUSPENDED', 'WITHDRAWN', 'GRADUATED')),
  check ((valid_to is null) = (leaving_reason is null)),
  opening boolean not null default false, -- came with the class, not by transfer
  grade text not null default 'WORKED' check (grade in ('IMPORTED', 'WORKED')),
  primary key (school_id, id),
  foreign key (school_id, student_id) references school.student,
  foreign key (school_id, class_id) references school.school_class,
  exclude using gist (school_id with =, student_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index on school.enrolment (school_id, class_id);
create index on school.student using gin (pinyin ext.gin_trgm_ops);
call engine.protect('school.enrolment', 'kept');

-- A policy number is a dated row with its source, never a constant (R-PARAM-1).
create table school.policy (
  school_id bigint not null references engine.school,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9._]+$'),
  value text not null,
  valid_from date not null,
  source text not null check (source <> ''),
  set_by uuid,
  primary key (school_id, id),
  unique (school_id, key, valid_from)
);
call engine.protect('school.policy', 'posted');

-- What other modules may read of people and classes: names, never more. They see the school of the reader (security_invoker).
create view school.person with (security_invoker = true) as
  select e.school_id, e.id, e.staff_no, e.name, e.pinyin, e.department_id, d.name as department, e.left_on
  from school.employee e join school.department d on d.school_id = e.school_id and d.id = e.department_id;
create view school.class_title with (security_invoker = true) as
  select c.school_id, c.id, c.entry_year, c.number, c.entry_year || '级' || c.number || '班' as title, c.head_teacher_id
  from school.school_class c;
create view school.place with (security_invoker = true) as
  select r.school_id, r.id, b.name as building, r.code, r.name
  from school.room r join school.building b on b.school_id = r.school_id and b.id = r.building_id;
grant select on school.person, school.class_title, school.place to zw_app, zw_ro, zw_audit;
