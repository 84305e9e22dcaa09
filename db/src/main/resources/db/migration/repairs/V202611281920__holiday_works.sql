-- 假期维修 (domain.md §3.29): the list of a holiday, each line estimated, approved, done and accepted before the school opens.
create table repairs.campaign (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  title text not null check (title <> ''),
  opens_on date not null check (opens_on >= day),
  budget bigint check (budget > 0)
);
call engine.protect('repairs.campaign', 'kept');
call logbook.keep('repairs.campaign');

create table repairs.holiday_work (
  school_id bigint not null references engine.school,
  id uuid not null,
  campaign_id uuid not null,
  campaign text not null,
  day date not null,
  room_id uuid,
  place text not null check (place <> ''),
  what text not null check (what <> ''),
  source text,
  opens_on date not null,
  estimate bigint check (estimate > 0),
  estimated_by uuid,
  estimated_by_name text,
  firm text,
  done_on date check (done_on >= day),
  cost bigint check (cost >= 0),
  done_by uuid,
  done_by_name text,
  accepted_on date check (accepted_on >= done_on),
  accepted_by uuid check (accepted_by <> done_by),
  accepted_by_name text,
  carried text,
  foreign key (school_id, campaign_id) references repairs.campaign,
  foreign key (school_id, room_id) references school.room
);
call engine.protect('repairs.holiday_work', 'kept');
call logbook.keep('repairs.holiday_work', '{estimate,estimated_by,estimated_by_name,firm,done_on,cost,done_by,done_by_name,accepted_on,accepted_by,accepted_by_name,carried}');
create index on repairs.holiday_work (school_id, campaign_id);
create index on repairs.holiday_work (school_id, day);
