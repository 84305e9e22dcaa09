-- 盘盈盘亏单: what a stocktake found too much or too little, approved by somebody who neither keeps nor counted (R-AST-5, R-AST-6).
create table stores.variance (
  school_id bigint not null,
  id uuid not null,
  no text not null,
  warehouse_id uuid not null,
  business_date date not null,
  term_id uuid,
  campaign_id uuid not null,
  campaign_no text not null,
  campaign text not null,
  gain bigint not null check (gain >= 0),
  loss bigint not null check (loss >= 0),
  line_count int not null check (line_count > 0),
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  approved_by uuid not null check (approved_by <> prepared_by),
  keeper_id uuid check (keeper_id <> approved_by),
  posted_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, no),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, term_id) references school.term,
  foreign key (school_id, prepared_by) references school.employee,
  foreign key (school_id, approved_by) references school.employee,
  foreign key (school_id, keeper_id) references school.employee
);
create index on stores.variance (school_id, business_date desc, id);
call engine.protect('stores.variance', 'posted');

create table stores.variance_line (
  school_id bigint not null,
  id uuid not null,
  variance_id uuid not null,
  line_no int not null check (line_no > 0),
  item_id uuid not null,
  book numeric(18, 3) not null,
  counted numeric(18, 3) not null check (counted >= 0),
  quantity numeric(18, 3) not null check (quantity <> 0 and quantity = counted - book),
  amount bigint not null,
  reason text not null check (reason <> ''),
  check (quantity > 0 and amount >= 0 or quantity < 0 and amount <= 0),
  primary key (school_id, id),
  unique (school_id, variance_id, line_no),
  foreign key (school_id, variance_id) references stores.variance deferrable initially deferred,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.variance_line', 'posted');
