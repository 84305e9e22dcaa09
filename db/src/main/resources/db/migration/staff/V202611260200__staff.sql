-- 队伍: study and attendance, overtime, honours, union activities (domain.md §3.48, 3.54–3.56).
create table staff.study_session (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  topic text not null check (topic <> ''),
  kind text not null default 'POLITICAL' check (kind in ('POLITICAL', 'PROFESSIONAL', 'SAFETY', 'INTEGRITY', 'SKILL')),
  speaker text,
  hours numeric(18, 3) check (hours > 0),
  recorder_id uuid,
  recorder text,
  notes text,
  foreign key (school_id, recorder_id) references school.employee
);
call engine.protect('staff.study_session', 'kept');
call logbook.keep('staff.study_session');
create unique index on staff.study_session (school_id, day, topic) where voided_at is null;

create table staff.attendance (
  school_id bigint not null references engine.school,
  id uuid not null,
  session_id uuid not null,
  session text not null,
  day date not null,
  person_id uuid,
  person text not null check (person <> ''),
  mark text not null check (mark in ('PRESENT', 'LATE_IN', 'LEAVE', 'ABSENT')),
  foreign key (school_id, person_id) references school.employee
);
call engine.protect('staff.attendance', 'kept');
call logbook.keep('staff.attendance');
alter table staff.attendance add foreign key (school_id, session_id) references staff.study_session;
create unique index on staff.attendance (school_id, session_id, person) where voided_at is null;
create index on staff.attendance (school_id, person_id);

-- Only approved hours count; the hours of a day are kept as they were when it was written (R-OT-1, R-OT-2, R-PARAM-1).
create table staff.overtime (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  department_id uuid,
  department text,
  person_id uuid,
  person text not null check (person <> ''),
  times text,
  hours numeric(18, 3) not null check (hours > 0 and hours <= 24),
  hours_a_day numeric(18, 3) not null check (hours_a_day > 0),
  reason text not null check (reason <> ''),
  compensation text,
  remark text,
  approver_id uuid,
  approver text,
  foreign key (school_id, department_id) references school.department,
  foreign key (school_id, person_id) references school.employee,
  foreign key (school_id, approver_id) references school.employee
);
call engine.protect('staff.overtime', 'kept');
call logbook.keep('staff.overtime', '{approver_id,approver,compensation}');
-- Nobody approves his own hours; a row of a file has happened already and is marked instead.
alter table staff.overtime add constraint another_approves check (grade = 'IMPORTED' or approver_id <> person_id);
create index on staff.overtime (school_id, day);

create table staff.honour (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  name text not null check (name <> ''),
  issuer text not null check (issuer <> ''),
  level text not null check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY', 'SCHOOL')),
  document_no text check (document_no <> ''),
  certificate_id uuid,
  remark text,
  foreign key (school_id, certificate_id) references files.attachment
);
call engine.protect('staff.honour', 'kept');
call logbook.keep('staff.honour');

-- Union money is never the school's: the cost stands here, its books are the union's own.
create table staff.union_activity (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('SPORT', 'ARTS', 'VISIT', 'LECTURE', 'OTHER')),
  people int not null check (people > 0),
  cost bigint not null default 0 check (cost >= 0),
  result text,
  remark text
);
call engine.protect('staff.union_activity', 'kept');
call logbook.keep('staff.union_activity');
