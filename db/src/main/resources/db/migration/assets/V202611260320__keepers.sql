-- 专室保管: who keeps which room, from when to when (domain.md §3.5). A room has one keeper at any time (R-CUS-1).
create table assets.custody (
  school_id bigint not null references engine.school,
  id uuid not null,
  room_id uuid not null,
  room text not null check (room <> ''),
  keeper_id uuid not null,
  keeper text not null check (keeper <> ''),
  from_on date not null,
  until_on date check (until_on >= from_on),
  list text,
  remark text,
  handed_over text,
  successor_id uuid check (successor_id <> keeper_id),
  successor text,
  supervisor_id uuid check (supervisor_id <> keeper_id and supervisor_id <> successor_id),
  supervisor text,
  foreign key (school_id, room_id) references school.room,
  foreign key (school_id, keeper_id) references school.employee,
  foreign key (school_id, successor_id) references school.employee,
  foreign key (school_id, supervisor_id) references school.employee
);
call engine.protect('assets.custody', 'kept');
call logbook.keep('assets.custody', '{until_on,handed_over,successor_id,successor,supervisor_id,supervisor}');
alter table assets.custody add constraint one_keeper
  exclude using gist (school_id with =, room_id with =, daterange(from_on, until_on, '[]') with &&) where (voided_at is null);
create index on assets.custody (school_id, keeper_id);
