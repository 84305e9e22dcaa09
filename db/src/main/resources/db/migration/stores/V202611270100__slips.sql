-- The storekeeper's other documents (domain.md §3.2, 3.4): five kinds of one shape, declared in Java (SlipKind) and kept in one
-- pair of tables. Posting moves a draft, under the same id, to the posted table.
create table stores.slip_draft (
  school_id bigint not null,
  id uuid not null,
  kind text not null check (kind in ('RETURN', 'TRANSFER', 'SCRAP', 'SUPPLIER_RETURN', 'PRICE_DIFFERENCE')),
  warehouse_id uuid not null,
  target_id uuid,
  source_id uuid,
  source_no text,
  person_id uuid,
  supplier_id uuid,
  day date not null,
  reason text,
  funding text,
  purpose text,
  invoice_no text,
  remark text,
  made_by uuid not null,
  made_at timestamptz not null,
  submitted_at timestamptz,
  second_id uuid,
  second_at timestamptz,
  corrects uuid,
  version int not null default 1,
  lines jsonb not null,
  primary key (school_id, id),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, target_id) references stores.warehouse,
  foreign key (school_id, supplier_id) references parties.party,
  foreign key (school_id, person_id) references school.employee
);
call engine.protect('stores.slip_draft', 'draft');

create table stores.slip (
  school_id bigint not null,
  id uuid not null,
  no text not null,
  kind text not null check (kind in ('RETURN', 'TRANSFER', 'SCRAP', 'SUPPLIER_RETURN', 'PRICE_DIFFERENCE')),
  warehouse_id uuid not null,
  target_id uuid,
  source_id uuid,
  source_no text,
  person_id uuid,
  supplier_id uuid,
  business_date date not null,
  term_id uuid,
  reason text,
  funding text check (funding in ('FISCAL', 'OWN', 'CREDIT', 'ESTIMATE', 'OPENING')),
  purpose text check (purpose in ('TEACHING', 'ADMIN')),
  invoice_no text,
  remark text,
  made_by uuid not null,
  made_at timestamptz not null,
  second_id uuid not null,
  second_at timestamptz not null,
  keeper_id uuid not null,
  amount bigint not null,
  line_count int not null check (line_count > 0),
  reversal_of uuid,
  reversal_reason text,
  corrects uuid,
  posted_at timestamptz not null,
  -- two people for every document; a reversal repeats who signed the original
  check (reversal_of is not null or second_id not in (made_by, keeper_id)),
  check (kind <> 'TRANSFER' or target_id is not null and target_id <> warehouse_id),
  check (kind not in ('RETURN', 'SUPPLIER_RETURN', 'PRICE_DIFFERENCE') or source_id is not null and source_no is not null),
  check (kind not in ('SUPPLIER_RETURN', 'PRICE_DIFFERENCE') or supplier_id is not null and funding is not null),
  check (kind <> 'SCRAP' or reason is not null),
  check ((reversal_of is null) = (reversal_reason is null)),
  primary key (school_id, id),
  unique (school_id, no),
  unique (school_id, reversal_of),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, target_id) references stores.warehouse,
  foreign key (school_id, supplier_id) references parties.party,
  foreign key (school_id, person_id) references school.employee,
  foreign key (school_id, made_by) references school.employee,
  foreign key (school_id, second_id) references school.employee,
  foreign key (school_id, keeper_id) references school.employee,
  foreign key (school_id, term_id) references school.term,
  foreign key (school_id, reversal_of) references stores.slip
);
create index on stores.slip (school_id, kind, business_date desc, id);
create index on stores.slip (school_id, source_id) where source_id is not null;
call engine.protect('stores.slip', 'posted');

-- amount is what the line did to the books; invoiced stands only on a price difference, whose amount is what the invoice asks
-- above (or, negative, below) the estimate.
create table stores.slip_line (
  school_id bigint not null,
  id uuid not null,
  slip_id uuid not null,
  line_no int not null check (line_no > 0),
  item_id uuid not null,
  entered_unit text not null,
  entered_quantity numeric(18, 3) not null,
  quantity numeric(18, 3) not null,
  amount bigint not null,
  invoiced bigint,
  lot_no text,
  -- a reversal repeats the lines with the signs turned
  check (quantity > 0 and entered_quantity > 0 or quantity < 0 and entered_quantity < 0),
  check (invoiced is not null or amount = 0 or sign(amount) = sign(quantity)),
  primary key (school_id, id),
  unique (school_id, slip_id, line_no),
  foreign key (school_id, slip_id) references stores.slip deferrable initially deferred,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.slip_line', 'posted');

-- Goods that came before their invoice stand in the books at an estimate (暂估入账).
alter table stores.receipt_draft drop constraint receipt_draft_funding_check;
alter table stores.receipt_draft add constraint receipt_draft_funding_check check (funding in ('FISCAL', 'OWN', 'CREDIT', 'ESTIMATE', 'OPENING'));
alter table stores.receipt drop constraint receipt_funding_check;
alter table stores.receipt add constraint receipt_funding_check check (funding in ('FISCAL', 'OWN', 'CREDIT', 'ESTIMATE', 'OPENING'));
