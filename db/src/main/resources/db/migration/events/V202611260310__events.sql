-- 活动保障: what an event needs, who sees to it, when it was ready (domain.md §3.30). Without times an event takes the whole day.
create table events.support (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  times text,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  name text not null check (name <> ''),
  organiser text,
  room_id uuid,
  place text not null check (place <> ''),
  needs text,
  exam boolean not null default false,
  owner_id uuid,
  owner text,
  ready_at timestamptz,
  early text,
  on_time boolean,
  power boolean,
  broadcast boolean,
  clocks boolean,
  cost bigint check (cost >= 0),
  remark text,
  feedback text,
  foreign key (school_id, room_id) references school.room,
  foreign key (school_id, owner_id) references school.employee
);
call engine.protect('events.support', 'kept');
call logbook.keep('events.support', '{owner_id,owner,ready_at,power,broadcast,clocks,cost,remark,feedback}');
create index on events.support (school_id, day);
create index on events.support (school_id, owner_id);
-- One place is given away once at a time (R-EVT-1), and an examination begins with power, broadcast and clocks checked (R-EVT-2).
alter table events.support add constraint given_away_once exclude using gist (school_id with =, place with =, tstzrange(starts_at, ends_at) with &&)
  where (voided_at is null and grade = 'WORKED');
alter table events.support add constraint exam_checked check (grade = 'IMPORTED' or not exam or ready_at is null or (power and broadcast and clocks) is true);
