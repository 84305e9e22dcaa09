-- 师生反映: what people tell the office, and what it answers (domain.md §3.35). reply_by is as it was ruled on the day (R-PARAM-1).
create table feedback.issue (
  school_id bigint not null references engine.school,
  id uuid not null,
  own_no text,
  day date not null,
  reporter text,
  anonymous boolean not null default false,
  identity text,
  channel text,
  category text,
  content text not null check (content <> ''),
  reply_by date not null check (reply_by >= day),
  owner_id uuid,
  owner text,
  replied_on date check (replied_on >= day),
  reply text,
  solved text check (solved in ('YES', 'ESCALATED', 'NO')),
  rating text check (rating in ('SATISFIED', 'FAIRLY', 'NEUTRAL', 'DISSATISFIED')),
  foreign key (school_id, owner_id) references school.employee
);
call engine.protect('feedback.issue', 'kept');
call logbook.keep('feedback.issue', '{owner_id,owner,replied_on,reply,solved,rating}');
create index on feedback.issue (school_id, day);
create index on feedback.issue (school_id, owner_id);
-- Nothing is closed without a reply (R-ISS2-4).
alter table feedback.issue add constraint reply_before_close check (grade = 'IMPORTED' or state not in ('REPLIED', 'CLOSED') or replied_on is not null);
