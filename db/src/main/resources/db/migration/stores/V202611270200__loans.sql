-- 借领: what is lent is still the school's (R-STK-4), but it does not lie on the shelf (domain.md §3.8, R-LOAN-*, R-3L-1).
-- A request until the things are handed out; then it moves, under the same id, to the posted table.
create table stores.loan_draft (
  school_id bigint not null,
  id uuid not null,
  warehouse_id uuid not null,
  borrower_id uuid not null,
  party_id uuid,
  wanted_on date not null,
  due_on date not null check (due_on >= wanted_on),
  purpose text not null check (purpose <> ''),
  remark text,
  -- whether it lends to another unit or more than the keeper may lend alone, judged when it was asked for
  needs_approval boolean not null,
  approver_id uuid check (approver_id <> borrower_id),
  approved_at timestamptz,
  refusal text,
  borrower_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  corrects uuid,
  version int not null default 1,
  lines jsonb not null,
  check ((approver_id is null) = (approved_at is null)),
  -- nobody signs for what is not allowed yet
  check (borrower_at is null or not needs_approval or approver_id is not null),
  primary key (school_id, id),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, borrower_id) references school.employee,
  foreign key (school_id, party_id) references parties.party,
  foreign key (school_id, approver_id) references school.employee
);
call engine.protect('stores.loan_draft', 'draft');

-- What was handed out. A row of a paper register has no warehouse, and its things stand on no card.
create table stores.loan (
  school_id bigint not null references engine.school,
  id uuid not null,
  no text not null,
  warehouse_id uuid,
  borrower_id uuid,
  borrower text not null check (borrower <> ''),
  department text,
  party_id uuid,
  business_date date not null,
  due_on date check (due_on >= business_date or grade = 'IMPORTED'),
  term_id uuid,
  purpose text not null,
  remark text,
  approver_id uuid check (approver_id <> borrower_id),
  approved_at timestamptz,
  borrower_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  keeper_id uuid not null,
  line_count int not null check (line_count > 0),
  reversal_of uuid,
  reversal_reason text,
  corrects uuid,
  grade text not null check (grade in ('IMPORTED', 'WORKED')),
  posted_at timestamptz not null,
  check (grade = 'IMPORTED' or (warehouse_id is not null and borrower_id is not null and due_on is not null and borrower_at is not null)),
  check (grade = 'IMPORTED' or keeper_id <> borrower_id),
  -- R-LOAN-3: nothing leaves the school for another unit without somebody who allowed it, on a day
  check (party_id is null or approver_id is not null and approved_at is not null),
  check ((reversal_of is null) = (reversal_reason is null)),
  primary key (school_id, id),
  unique (school_id, no),
  unique (school_id, reversal_of),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, borrower_id) references school.employee,
  foreign key (school_id, party_id) references parties.party,
  foreign key (school_id, approver_id) references school.employee,
  foreign key (school_id, keeper_id) references school.employee,
  foreign key (school_id, term_id) references school.term,
  foreign key (school_id, reversal_of) references stores.loan
);
create index on stores.loan (school_id, business_date desc, id);
create index on stores.loan (school_id, borrower_id);
call engine.protect('stores.loan', 'posted');

create table stores.loan_line (
  school_id bigint not null,
  id uuid not null,
  loan_id uuid not null,
  line_no int not null check (line_no > 0),
  item_id uuid,
  thing text not null check (thing <> ''),
  thing_no text,
  entered_unit text,
  entered_quantity numeric(18, 3) not null,
  quantity numeric(18, 3) not null,
  condition_out text,
  -- a reversal repeats the lines with the signs turned
  check (quantity > 0 and entered_quantity > 0 or quantity < 0 and entered_quantity < 0),
  primary key (school_id, id),
  unique (school_id, loan_id, line_no),
  foreign key (school_id, loan_id) references stores.loan deferrable initially deferred,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.loan_line', 'posted');

-- What of a line is still out: two who take the same thing back meet here, and one of them finds nothing left.
create table stores.loan_open (
  school_id bigint not null,
  loan_id uuid not null,
  line_no int not null,
  outstanding numeric(18, 3) not null check (outstanding >= 0),
  primary key (school_id, loan_id, line_no),
  foreign key (school_id, loan_id, line_no) references stores.loan_line (school_id, loan_id, line_no)
);
call engine.protect('stores.loan_open', 'kept');

-- Every change of what is lent, by line: the sum by card is balance.lent, the sum by line loan_open.outstanding. object_id is the
-- loan, or the loss. Of a row of a paper register the day of return may be unknown.
create table stores.loan_move (
  school_id bigint not null,
  id uuid not null,
  loan_id uuid not null,
  line_no int not null,
  kind text not null check (kind in ('OUT', 'RETURN', 'LOSS', 'REVERSAL')),
  warehouse_id uuid,
  item_id uuid,
  object_id uuid not null,
  business_date date check (business_date is not null or grade = 'IMPORTED' and kind = 'RETURN'),
  quantity numeric(18, 3) not null check (quantity <> 0 and (quantity > 0) = (kind = 'OUT')),
  condition text,
  by_id uuid not null,
  grade text not null check (grade in ('IMPORTED', 'WORKED')),
  posted_at timestamptz not null,
  check ((warehouse_id is null) = (item_id is null)),
  primary key (school_id, id),
  foreign key (school_id, loan_id, line_no) references stores.loan_line (school_id, loan_id, line_no),
  foreign key (school_id, warehouse_id, item_id) references stores.balance,
  foreign key (school_id, by_id) references school.employee
);
create index on stores.loan_move (school_id, loan_id);
create index on stores.loan_move (school_id, warehouse_id, item_id, business_date);
call engine.protect('stores.loan_move', 'posted');

create table stores.loan_renewal (
  school_id bigint not null,
  id uuid not null,
  loan_id uuid not null,
  nth int not null check (nth > 0),
  renewed_on date not null,
  due_before date not null,
  due_on date not null check (due_on > due_before),
  reason text not null check (reason <> ''),
  by_id uuid not null,
  posted_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, loan_id, nth),
  foreign key (school_id, loan_id) references stores.loan,
  foreign key (school_id, by_id) references school.employee
);
call engine.protect('stores.loan_renewal', 'posted');

-- What was lost leaves the books at its moving average (Dr 1902 Cr 1302).
create table stores.loan_loss (
  school_id bigint not null,
  id uuid not null,
  no text not null,
  loan_id uuid not null,
  nth int not null check (nth > 0),
  business_date date not null,
  words text not null check (words <> ''),
  amount bigint not null check (amount >= 0),
  by_id uuid not null,
  grade text not null check (grade in ('IMPORTED', 'WORKED')),
  posted_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, no),
  unique (school_id, loan_id, nth),
  foreign key (school_id, loan_id) references stores.loan,
  foreign key (school_id, by_id) references school.employee
);
call engine.protect('stores.loan_loss', 'posted');

-- What the borrower is to pay for it (Dr 1218 Cr 1902); the money comes in through the cashier (R-LOAN-4). Nothing is also an answer.
create table stores.loan_compensation (
  school_id bigint not null,
  id uuid not null,
  loss_id uuid not null,
  business_date date not null,
  amount bigint not null check (amount >= 0),
  words text not null check (words <> ''),
  by_id uuid not null,
  grade text not null check (grade in ('IMPORTED', 'WORKED')),
  posted_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, loss_id),
  foreign key (school_id, loss_id) references stores.loan_loss,
  foreign key (school_id, by_id) references school.employee
);
call engine.protect('stores.loan_compensation', 'posted');
