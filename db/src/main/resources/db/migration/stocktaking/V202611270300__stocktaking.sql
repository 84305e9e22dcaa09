-- 盘点: campaigns over places of any module, the frozen lists, every count that was ever made, and what became of the differences
-- (domain.md §3.6, docs/decisions/0011).

create table stocktaking.campaign (
  school_id bigint not null references engine.school,
  id uuid not null,
  no text,
  name text not null check (name <> ''),
  recount text not null check (recount in ('ALL', 'DIFFERING', 'NONE')),
  planned_on date not null,
  state text not null check (state in ('PLANNED', 'FROZEN', 'COUNTING', 'SECOND_COUNT', 'DIFFERENCES', 'RESOLVED', 'CLOSED', 'CANCELLED')),
  version int not null default 1,
  grade text not null check (grade in ('IMPORTED', 'WORKED')),
  made_by uuid not null,
  made_at timestamptz not null,
  frozen_at timestamptz,
  closed_at timestamptz,
  check ((no is null) = (frozen_at is null)),
  check (state in ('PLANNED', 'CANCELLED') or frozen_at is not null),
  check ((state = 'CLOSED') = (closed_at is not null)),
  -- a list that is counted once is one that was counted on paper before the product was there
  check (recount <> 'NONE' or grade = 'IMPORTED'),
  primary key (school_id, id),
  unique (school_id, no),
  foreign key (school_id, made_by) references school.employee
);
create index on stocktaking.campaign (school_id, planned_on desc, id);
call engine.protect('stocktaking.campaign', 'kept');

-- A place on its own list; keeper as of planning, and again as of freezing.
create table stocktaking.place (
  school_id bigint not null,
  id uuid not null,
  campaign_id uuid not null,
  kind text not null check (kind <> ''),
  place_id uuid not null,
  name text not null check (name <> ''),
  keeper_id uuid,
  keeper text,
  line_no int not null check (line_no > 0),
  open boolean not null default false,
  primary key (school_id, id),
  unique (school_id, campaign_id, kind, place_id),
  foreign key (school_id, campaign_id) references stocktaking.campaign,
  foreign key (school_id, keeper_id) references school.employee
);
-- While it is being counted no other campaign freezes it.
create unique index on stocktaking.place (school_id, kind, place_id) where open;
call engine.protect('stocktaking.place', 'kept');

-- Who counts where: first, or again after the first.
create table stocktaking.counter (
  school_id bigint not null,
  id uuid not null,
  sheet_id uuid not null,
  person_id uuid not null,
  round int not null check (round in (1, 2)),
  primary key (school_id, id),
  unique (school_id, sheet_id, person_id, round),
  foreign key (school_id, sheet_id) references stocktaking.place,
  foreign key (school_id, person_id) references school.employee
);
call engine.protect('stocktaking.counter', 'kept');

-- The frozen list. What was frozen stays; how the line stands is judged again with every count.
create table stocktaking.line (
  school_id bigint not null,
  id uuid not null,
  sheet_id uuid not null,
  line_no int not null check (line_no > 0),
  thing_id uuid not null,
  code text not null,
  title text not null check (title <> ''),
  area text not null,
  unit text not null,
  codes text[] not null,
  book numeric(18, 3) not null,
  found boolean not null,
  state text not null check (state in ('OPEN', 'ONCE', 'DISPUTED', 'MATCHED', 'DIFFERS')),
  counts int not null default 0,
  quantity numeric(18, 3),
  difference numeric(18, 3),
  counted_at timestamptz,
  again boolean not null default false,
  decided_count uuid,
  decided_by uuid,
  decision text check (decision <> ''),
  reason text check (reason in ('DAMAGED', 'LOST', 'WASTAGE', 'ISSUED_UNWRITTEN', 'RECEIVED_UNWRITTEN', 'MISPLACED', 'BOOK_ERROR', 'UNKNOWN')),
  words text check (words <> ''),
  explained_by uuid,
  price numeric(18, 6) check (price > 0),
  variance_id uuid,
  check (state <> 'MATCHED' or difference = 0),
  check (state <> 'DIFFERS' or difference <> 0),
  check ((state in ('MATCHED', 'DIFFERS')) = (difference is not null) and (difference is null) = (quantity is null) and (difference is null) = (counted_at is null)),
  check ((decided_count is null) = (decision is null) and (decision is null) = (decided_by is null)),
  check ((reason is null) = (words is null) and (words is null) = (explained_by is null)),
  -- R-AST-5: only a difference that somebody explained goes into a document
  check (variance_id is null or state = 'DIFFERS' and reason is not null),
  primary key (school_id, id),
  unique (school_id, sheet_id, line_no),
  unique (school_id, sheet_id, thing_id),
  foreign key (school_id, sheet_id) references stocktaking.place,
  foreign key (school_id, decided_by) references school.employee,
  foreign key (school_id, explained_by) references school.employee
);
call engine.protect('stocktaking.line', 'kept');
revoke update on stocktaking.line from zw_app;
grant update (state, counts, quantity, difference, counted_at, again, decided_count, decided_by, decision, reason, words, explained_by, price, variance_id) on stocktaking.line to zw_app;

-- Every count ever made, under the id that the phone gave it: sent twice it is there once, and none is ever overwritten. book is
-- what the book said at counted_at. A late one came when its line was settled by a document, and counts for nothing.
create table stocktaking.taken (
  school_id bigint not null,
  id uuid not null,
  line_id uuid not null,
  round int not null check (round between 1 and 3),
  person_id uuid,
  person text not null check (person <> ''),
  quantity numeric(18, 3) not null check (quantity >= 0),
  counted_at timestamptz not null,
  received_at timestamptz not null,
  book numeric(18, 3) not null,
  via text not null check (via in ('PHONE', 'PAPER', 'IMPORT')),
  typed_by uuid,
  late boolean not null,
  check (counted_at <= received_at),
  check (person_id is not null or via = 'IMPORT'),
  check ((via = 'PAPER') = (typed_by is not null)),
  primary key (school_id, id),
  foreign key (school_id, line_id) references stocktaking.line,
  foreign key (school_id, person_id) references school.employee,
  foreign key (school_id, typed_by) references school.employee
);
create index on stocktaking.taken (school_id, line_id);
create index on stocktaking.taken (school_id, received_at);
call engine.protect('stocktaking.taken', 'posted');
alter table stocktaking.line add foreign key (school_id, decided_count) references stocktaking.taken;

-- 盘盈盘亏单 while it waits for whoever approves it; then the document of that module bears the same id.
create table stocktaking.variance (
  school_id bigint not null,
  id uuid not null,
  sheet_id uuid not null,
  state text not null check (state in ('PREPARED', 'RETURNED', 'APPROVED')),
  lines int not null check (lines > 0),
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  decided_by uuid check (decided_by <> prepared_by),
  decided_at timestamptz,
  words text check (words <> ''),
  document_type text,
  document_no text,
  check ((state = 'PREPARED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'APPROVED') = (document_no is not null) and (document_no is null) = (document_type is null)),
  check (state <> 'RETURNED' or words is not null),
  primary key (school_id, id),
  foreign key (school_id, sheet_id) references stocktaking.place,
  foreign key (school_id, prepared_by) references school.employee,
  foreign key (school_id, decided_by) references school.employee
);
call engine.protect('stocktaking.variance', 'kept');
alter table stocktaking.line add foreign key (school_id, variance_id) references stocktaking.variance;
