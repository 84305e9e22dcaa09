-- 报修单: what is broken, who mends it, and when it was promised (domain.md §3.28). What was promised is kept as it was ruled on the day
-- (R-PARAM-1); stops are the times during which the clock stood, as FROM/UNTIL in UTC, one behind the other.
create table repairs.ticket (
  school_id bigint not null references engine.school,
  id uuid not null,
  own_no text,
  -- what tells it from another of the same minute: its number in a file, else who reported it where
  same text not null,
  day date not null,
  reported_at timestamptz,
  reporter text,
  phone text,
  room_id uuid,
  place text not null check (place <> ''),
  trade text not null,
  content text not null check (content <> ''),
  danger boolean not null default false,
  urgent boolean not null default false,
  channel text not null check (channel in ('DOOR', 'DESK', 'PHONE', 'FILE')),
  payer text,
  promised_from timestamptz,
  promises text,
  dispatch_by timestamptz,
  respond_by timestamptz,
  finish_by timestamptz,
  stops text,
  escalated_at timestamptz,
  worker_id uuid,
  worker text,
  dispatched_at timestamptz check (dispatched_at >= reported_at),
  accepted_at timestamptz check (accepted_at >= dispatched_at),
  arrived_at timestamptz check (arrived_at >= dispatched_at),
  paused_at timestamptz,
  pause_reason text,
  pause_until date,
  pause_note text,
  done_day date check (done_day >= day),
  done_at timestamptz check (done_at >= reported_at),
  cause text,
  solution text,
  materials text,
  minutes int check (minutes >= 0),
  vendor_cost bigint check (vendor_cost >= 0),
  material_cost bigint not null default 0,
  confirmed_by uuid,
  confirmed_at timestamptz check (confirmed_at >= done_at),
  auto boolean not null default false,
  rating text check (rating in ('SATISFIED', 'FAIRLY', 'NEUTRAL', 'DISSATISFIED')),
  rating_note text,
  rework boolean not null default false,
  reopened_at timestamptz,
  reopen_note text,
  rejection text,
  merged_id uuid check (merged_id <> id),
  merged_no text,
  estimate bigint check (estimate > 0),
  need_note text,
  remark text,
  limit_hours numeric(10, 2),
  foreign key (school_id, room_id) references school.room,
  foreign key (school_id, worker_id) references school.employee,
  -- Whoever mends does not confirm his own work (R-REP-7); what was confirmed by itself has no rating (R-REP-3).
  constraint not_his_own check (confirmed_by <> worker_id),
  constraint auto_is_unrated check (not auto or rating is null)
);
call engine.protect('repairs.ticket', 'kept');
call logbook.keep('repairs.ticket', '{trade,urgent,payer,promised_from,promises,dispatch_by,respond_by,finish_by,stops,escalated_at,worker_id,worker,dispatched_at,accepted_at,arrived_at,paused_at,pause_reason,pause_until,pause_note,done_day,done_at,cause,solution,minutes,vendor_cost,material_cost,confirmed_by,confirmed_at,auto,rating,rating_note,rework,reopened_at,reopen_note,rejection,merged_id,merged_no,estimate,need_note}');
-- Whoever scans the code of a door is nobody that the office knows.
alter table repairs.ticket drop constraint ticket_school_id_made_by_fkey;
alter table repairs.ticket add foreign key (school_id, merged_id) references repairs.ticket;
-- On the board, before a door, with a worker: only what is still to be done.
create index on repairs.ticket (school_id, state, reported_at) where state in ('HELD', 'REPORTED', 'DISPATCHED', 'ACCEPTED', 'ON_SITE', 'PAUSED', 'DONE', 'NEED');
create index on repairs.ticket (school_id, day, no);
create index on repairs.ticket (school_id, room_id, day);
create index on repairs.ticket (school_id, worker_id, day);
create index on repairs.ticket (school_id, made_by) where channel <> 'FILE';
create index on repairs.ticket (school_id, merged_id) where merged_id is not null;

-- Who may look at a report without a log-in: only the digest of the link is kept. It says nothing of whoever has it.
create table repairs.link (
  school_id bigint not null references engine.school,
  id uuid not null,
  ticket_id uuid not null,
  digest bytea not null,
  reporter boolean not null,
  primary key (school_id, id),
  unique (school_id, digest),
  foreign key (school_id, ticket_id) references repairs.ticket
);
call engine.protect('repairs.link', 'posted');

-- The code on the door of a room. Its secret signs the forms that are drawn for whoever scanned it, so that none lasts longer than its time.
create table repairs.door (
  school_id bigint not null references engine.school,
  id uuid not null,
  room_id uuid not null,
  code text not null check (code ~ '^[A-HJ-NP-Z2-9]{8}$'),
  secret bytea not null,
  primary key (school_id, id),
  unique (school_id, room_id),
  unique (school_id, code),
  foreign key (school_id, room_id) references school.room
);
call engine.protect('repairs.door', 'kept');

-- Which trades a worker knows, for whoever dispatches.
create table repairs.skill (
  school_id bigint not null references engine.school,
  id uuid not null,
  worker_id uuid not null,
  worker text not null,
  trade text not null,
  foreign key (school_id, worker_id) references school.employee
);
call engine.protect('repairs.skill', 'kept');
call logbook.keep('repairs.skill');
create unique index on repairs.skill (school_id, worker_id, trade) where voided_at is null;
