-- 物资: items, warehouses with one keeper each, receipts, issues, and the moves that they write (domain.md §3.2, 3.4, 3.5).
create table stores.category (
  school_id bigint not null references engine.school,
  id uuid not null,
  code text not null,
  name text not null check (name <> ''),
  primary key (school_id, id),
  unique (school_id, code),
  unique (school_id, name)
);
call engine.protect('stores.category', 'kept');

create table stores.item (
  school_id bigint not null,
  id uuid not null,
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  spec text,
  unit text not null check (unit <> ''),
  category_id uuid not null,
  pinyin text not null,
  aliases text[] not null default '{}',
  minimum numeric(18, 3) check (minimum >= 0),
  active boolean not null default true,
  primary key (school_id, id),
  unique (school_id, code),
  foreign key (school_id, category_id) references stores.category
);
create unique index on stores.item (school_id, name, coalesce(spec, ''));
create index on stores.item using gin (pinyin ext.gin_trgm_ops);
call engine.protect('stores.item', 'kept');

-- 1 unit here = factor base units of the item.
create table stores.item_unit (
  school_id bigint not null,
  item_id uuid not null,
  unit text not null check (unit <> ''),
  factor numeric(18, 3) not null check (factor > 0),
  primary key (school_id, item_id, unit),
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.item_unit', 'kept');

create table stores.warehouse (
  school_id bigint not null,
  id uuid not null,
  code text not null,
  name text not null check (name <> ''),
  room_id uuid,
  primary key (school_id, id),
  unique (school_id, code),
  unique (school_id, name),
  foreign key (school_id, room_id) references school.room
);
call engine.protect('stores.warehouse', 'kept');

-- R-CUS-1: a warehouse has exactly one keeper at any time.
create table stores.custody (
  school_id bigint not null,
  id uuid not null,
  warehouse_id uuid not null,
  keeper_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (school_id, id),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, keeper_id) references school.employee,
  exclude using gist (school_id with =, warehouse_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
call engine.protect('stores.custody', 'kept');

-- What is on the shelf: never below nothing, and nothing costs nothing (R-ISS-1, R-STK-1). version orders the moves of the
-- card; received_on is the last day on which something came in, and nothing leaves before it (R-STK-6).
create table stores.balance (
  school_id bigint not null,
  warehouse_id uuid not null,
  item_id uuid not null,
  quantity numeric(18, 3) not null check (quantity >= 0),
  amount bigint not null check (amount >= 0),
  version bigint not null default 0,
  moved_on date,
  received_on date,
  check (quantity > 0 or amount = 0),
  primary key (school_id, warehouse_id, item_id),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.balance', 'kept');

-- The card: every change of the shelf, with what stood after it. A reversal is a move with the signs turned.
create table stores.move (
  school_id bigint not null,
  id uuid not null,
  warehouse_id uuid not null,
  item_id uuid not null,
  seq bigint not null,
  kind text not null check (kind in ('OPENING', 'RECEIPT', 'ISSUE', 'RECEIPT_REVERSAL', 'ISSUE_REVERSAL')),
  grade text not null check (grade in ('IMPORTED', 'WORKED')),
  object_id uuid not null,
  object_no text not null,
  line_no int not null,
  business_date date not null,
  quantity numeric(18, 3) not null check (quantity <> 0),
  amount bigint not null,
  quantity_after numeric(18, 3) not null,
  amount_after bigint not null,
  posted_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, warehouse_id, item_id, seq),
  foreign key (school_id, warehouse_id, item_id) references stores.balance
);
create index on stores.move (school_id, object_id);
create index on stores.move (school_id, item_id, business_date);
create index on stores.move (school_id, business_date, id);
call engine.protect('stores.move', 'posted');

-- A receipt or an issue while it is being written and signed. Posting moves it, under the same id, to the posted table.
create table stores.receipt_draft (
  school_id bigint not null,
  id uuid not null,
  warehouse_id uuid not null,
  supplier_id uuid,
  buyer_id uuid,
  arrived_on date not null,
  funding text not null check (funding in ('FISCAL', 'OWN', 'CREDIT', 'OPENING')),
  invoice_no text,
  remark text,
  acceptor1_id uuid,
  acceptor2_id uuid,
  acceptor1_at timestamptz,
  acceptor2_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  submitted_at timestamptz,
  corrects uuid,
  version int not null default 1,
  lines jsonb not null,
  primary key (school_id, id),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, supplier_id) references parties.party
);
call engine.protect('stores.receipt_draft', 'draft');

create table stores.receipt (
  school_id bigint not null,
  id uuid not null,
  no text not null,
  warehouse_id uuid not null,
  supplier_id uuid,
  buyer_id uuid,
  business_date date not null,
  term_id uuid,
  funding text not null check (funding in ('FISCAL', 'OWN', 'CREDIT', 'OPENING')),
  invoice_no text,
  remark text,
  acceptor1_id uuid,
  acceptor2_id uuid,
  acceptor1_at timestamptz,
  acceptor2_at timestamptz,
  keeper_id uuid not null,
  amount bigint not null,
  line_count int not null check (line_count > 0),
  reversal_of uuid,
  reversal_reason text,
  corrects uuid,
  grade text not null check (grade in ('IMPORTED', 'WORKED')),
  posted_at timestamptz not null,
  -- R-PUR-5, SOD-3: two accept, neither of them bought, and who bought does not keep; an imported opening has no signatures
  check (acceptor1_id <> acceptor2_id),
  check (buyer_id not in (acceptor1_id, acceptor2_id, keeper_id)),
  check (grade = 'IMPORTED' or (acceptor1_id is not null and acceptor2_id is not null and acceptor1_at is not null and acceptor2_at is not null)),
  check (funding = 'OPENING' or supplier_id is not null),
  check ((reversal_of is null) = (reversal_reason is null)),
  primary key (school_id, id),
  unique (school_id, no),
  unique (school_id, reversal_of),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, supplier_id) references parties.party,
  foreign key (school_id, buyer_id) references school.employee,
  foreign key (school_id, acceptor1_id) references school.employee,
  foreign key (school_id, acceptor2_id) references school.employee,
  foreign key (school_id, keeper_id) references school.employee,
  foreign key (school_id, term_id) references school.term,
  foreign key (school_id, reversal_of) references stores.receipt
);
create index on stores.receipt (school_id, business_date desc, id);
call engine.protect('stores.receipt', 'posted');

create table stores.receipt_line (
  school_id bigint not null,
  id uuid not null,
  receipt_id uuid not null,
  line_no int not null check (line_no > 0),
  item_id uuid not null,
  entered_unit text not null,
  entered_quantity numeric(18, 3) not null,
  quantity numeric(18, 3) not null,
  unit_price numeric(18, 6) not null check (unit_price >= 0),
  amount bigint not null,
  -- a reversal repeats the lines with the signs turned
  check (quantity > 0 and entered_quantity > 0 and amount >= 0 or quantity < 0 and entered_quantity < 0 and amount <= 0),
  primary key (school_id, id),
  unique (school_id, receipt_id, line_no),
  foreign key (school_id, receipt_id) references stores.receipt deferrable initially deferred,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.receipt_line', 'posted');

create table stores.issue_draft (
  school_id bigint not null,
  id uuid not null,
  warehouse_id uuid not null,
  receiver_id uuid not null,
  class_id uuid,
  needed_on date not null,
  purpose text not null check (purpose in ('TEACHING', 'ADMIN')),
  remark text,
  receiver_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  submitted_at timestamptz,
  corrects uuid,
  version int not null default 1,
  lines jsonb not null,
  primary key (school_id, id),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, receiver_id) references school.employee,
  foreign key (school_id, class_id) references school.school_class
);
call engine.protect('stores.issue_draft', 'draft');

create table stores.issue (
  school_id bigint not null,
  id uuid not null,
  no text not null,
  warehouse_id uuid not null,
  receiver_id uuid not null,
  department_id uuid not null,
  class_id uuid,
  business_date date not null,
  term_id uuid,
  purpose text not null check (purpose in ('TEACHING', 'ADMIN')),
  remark text,
  receiver_at timestamptz not null,
  keeper_id uuid not null,
  amount bigint not null,
  line_count int not null check (line_count > 0),
  reversal_of uuid,
  reversal_reason text,
  corrects uuid,
  grade text not null check (grade in ('IMPORTED', 'WORKED')),
  posted_at timestamptz not null,
  check (receiver_id <> keeper_id),
  check ((reversal_of is null) = (reversal_reason is null)),
  primary key (school_id, id),
  unique (school_id, no),
  unique (school_id, reversal_of),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, receiver_id) references school.employee,
  foreign key (school_id, department_id) references school.department,
  foreign key (school_id, class_id) references school.school_class,
  foreign key (school_id, keeper_id) references school.employee,
  foreign key (school_id, term_id) references school.term,
  foreign key (school_id, reversal_of) references stores.issue
);
create index on stores.issue (school_id, business_date desc, id);
create index on stores.issue (school_id, receiver_id);
call engine.protect('stores.issue', 'posted');

create table stores.issue_line (
  school_id bigint not null,
  id uuid not null,
  issue_id uuid not null,
  line_no int not null check (line_no > 0),
  item_id uuid not null,
  entered_unit text not null,
  entered_quantity numeric(18, 3) not null,
  quantity numeric(18, 3) not null,
  amount bigint not null,
  -- a reversal repeats the lines with the signs turned
  check (quantity > 0 and entered_quantity > 0 and amount >= 0 or quantity < 0 and entered_quantity < 0 and amount <= 0),
  primary key (school_id, id),
  unique (school_id, issue_id, line_no),
  foreign key (school_id, issue_id) references stores.issue deferrable initially deferred,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.issue_line', 'posted');
