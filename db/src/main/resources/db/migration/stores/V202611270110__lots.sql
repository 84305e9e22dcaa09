-- Lots with their last day (domain.md §3.2 batchId): how much of a card lies there under each. Goods without a lot are the rest.
create table stores.lot (
  school_id bigint not null,
  id uuid not null,
  warehouse_id uuid not null,
  item_id uuid not null,
  lot_no text not null check (lot_no <> ''),
  expires_on date,
  quantity numeric(18, 3) not null check (quantity >= 0),
  primary key (school_id, id),
  unique nulls not distinct (school_id, warehouse_id, item_id, lot_no, expires_on),
  foreign key (school_id, warehouse_id, item_id) references stores.balance
);
create index on stores.lot (school_id, expires_on) where quantity > 0;
call engine.protect('stores.lot', 'kept');

-- Which lots a document took from or put to.
create table stores.lot_move (
  school_id bigint not null,
  id uuid not null,
  lot_id uuid not null,
  object_id uuid not null,
  object_no text not null,
  business_date date not null,
  quantity numeric(18, 3) not null check (quantity <> 0),
  posted_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, lot_id) references stores.lot
);
create index on stores.lot_move (school_id, object_id);
create index on stores.lot_move (school_id, lot_id);
call engine.protect('stores.lot_move', 'posted');

-- How much of the card lies in lots, changed in the statement that changes the card: where it is nothing, no lot is asked for.
alter table stores.balance add column lotted numeric(18, 3) not null default 0;
alter table stores.balance add constraint balance_lotted_check check (lotted >= 0 and lotted <= quantity);

alter table stores.receipt_line add column lot_no text check (lot_no <> ''), add column expires_on date;
alter table stores.receipt_line add constraint receipt_line_lot check (expires_on is null or lot_no is not null);

-- Up to how much an item is bought again once it is below its minimum; twice the minimum where it says nothing.
alter table stores.item add column maximum numeric(18, 3) check (maximum > 0);
alter table stores.item add constraint item_maximum check (maximum >= coalesce(minimum, 0));
