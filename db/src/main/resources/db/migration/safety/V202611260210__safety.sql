-- 安全: inspections, and hazards that another person than who mended them closes (domain.md §3.31).
create table safety.inspection (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  area text not null check (area <> ''),
  inspector_id uuid,
  inspector text not null check (inspector <> ''),
  leader_id uuid,
  leader text,
  found int not null default 0 check (found >= 0),
  remark text,
  foreign key (school_id, inspector_id) references school.employee,
  foreign key (school_id, leader_id) references school.employee
);
call engine.protect('safety.inspection', 'kept');
call logbook.keep('safety.inspection');

create table safety.hazard (
  school_id bigint not null references engine.school,
  id uuid not null,
  own_no text,
  found_on date not null,
  room_id uuid,
  place text not null check (place <> ''),
  description text not null check (description <> ''),
  level text not null check (level in ('GENERAL', 'SERIOUS', 'MAJOR')),
  due_on date not null check (due_on >= found_on),
  owner_id uuid,
  owner text not null check (owner <> ''),
  rectified_on date check (rectified_on >= found_on),
  measure text,
  verifier_id uuid,
  verifier text,
  verified_on date,
  foreign key (school_id, room_id) references school.room,
  foreign key (school_id, owner_id) references school.employee,
  foreign key (school_id, verifier_id) references school.employee
);
call engine.protect('safety.hazard', 'kept');
call logbook.keep('safety.hazard', '{rectified_on,measure,verifier_id,verifier,verified_on}');
create index on safety.hazard (school_id, found_on);
create index on safety.hazard (school_id, owner_id);
-- Nobody closes what he mended himself; a row of a file has happened already and is marked instead.
alter table safety.hazard add constraint another_verifies check (grade = 'IMPORTED' or verifier_id <> owner_id);
