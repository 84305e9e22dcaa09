-- 移交清册: a warehouse passes from one keeper to the next by a list of what lies there, counted and signed by three (R-CUS-3).
create table stores.handover (
  school_id bigint not null,
  id uuid not null,
  no text,
  warehouse_id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null check (receiver_id <> giver_id),
  supervisor_id uuid not null check (supervisor_id not in (giver_id, receiver_id)),
  frozen_on date not null,
  remark text,
  made_by uuid not null,
  made_at timestamptz not null,
  giver_at timestamptz,
  receiver_at timestamptz,
  supervisor_at timestamptz,
  handed_on date,
  cancelled_at timestamptz,
  cancel_reason text,
  version int not null default 1,
  check (handed_on is null or cancelled_at is null),
  check ((handed_on is null) = (no is null)),
  check (handed_on is null or (giver_at is not null and receiver_at is not null and supervisor_at is not null)),
  check ((cancelled_at is null) = (cancel_reason is null)),
  primary key (school_id, id),
  unique (school_id, no),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, giver_id) references school.employee,
  foreign key (school_id, receiver_id) references school.employee,
  foreign key (school_id, supervisor_id) references school.employee
);
-- One at a time: two who begin at once meet here.
create unique index one_open_handover on stores.handover (school_id, warehouse_id) where handed_on is null and cancelled_at is null;
call engine.protect('stores.handover', 'kept');

-- The list as it stood when it was frozen, and what the receiver counted. card is the version of the card then.
create table stores.handover_line (
  school_id bigint not null,
  handover_id uuid not null,
  item_id uuid not null,
  line_no int not null check (line_no > 0),
  quantity numeric(18, 3) not null check (quantity >= 0),
  lent numeric(18, 3) not null check (lent >= 0 and lent <= quantity),
  amount bigint not null check (amount >= 0),
  card bigint not null,
  counted numeric(18, 3) check (counted >= 0),
  words text,
  -- a difference is never without a word
  check (counted is null or counted = quantity - lent or words <> ''),
  primary key (school_id, handover_id, item_id),
  foreign key (school_id, handover_id) references stores.handover,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.handover_line', 'kept');
