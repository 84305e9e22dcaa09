-- Immutable balanced entries by dated booking rule (domain.md §4.4); vouchers gather them later.
create table ledger.account (
  school_id bigint not null references engine.school,
  code text not null check (code ~ '^[0-9]{4,12}$'),
  book text not null check (book in ('FIN', 'BUD')),
  name text not null,
  debit_side boolean not null,
  primary key (school_id, code)
);
call engine.protect('ledger.account', 'kept');

create table ledger.period (
  school_id bigint not null references engine.school,
  fiscal_year int not null check (fiscal_year between 2000 and 2100),
  month int not null check (month between 1 and 12),
  closed_at timestamptz,
  primary key (school_id, fiscal_year, month)
);
call engine.protect('ledger.period', 'kept');

-- Which lines an event writes, from which day on: event is a row of §4.4, variant what it depends on.
create table ledger.booking_rule (
  school_id bigint not null references engine.school,
  id uuid not null,
  event text not null,
  variant text not null,
  valid_from date not null,
  source text not null,
  primary key (school_id, id),
  unique (school_id, event, variant, valid_from)
);
call engine.protect('ledger.booking_rule', 'posted');

create table ledger.booking_rule_line (
  school_id bigint not null,
  rule_id uuid not null,
  line_no int not null check (line_no > 0),
  account text not null,
  debit boolean not null,
  primary key (school_id, rule_id, line_no),
  foreign key (school_id, rule_id) references ledger.booking_rule,
  foreign key (school_id, account) references ledger.account
);
call engine.protect('ledger.booking_rule_line', 'posted');

create table ledger.entry (
  school_id bigint not null references engine.school,
  id uuid not null,
  event text not null,
  rule_id uuid not null,
  business_date date not null,
  fiscal_year int not null,
  month int not null,
  object_type text not null,
  object_id uuid not null,
  object_no text not null,
  memo text not null,
  reversal_of uuid,
  posted_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, reversal_of),
  check (fiscal_year = extract(year from business_date) and month = extract(month from business_date)),
  foreign key (school_id, rule_id) references ledger.booking_rule,
  foreign key (school_id, reversal_of) references ledger.entry,
  foreign key (school_id, fiscal_year, month) references ledger.period
);
create index on ledger.entry (school_id, object_id);
create index on ledger.entry (school_id, business_date, id);
call engine.protect('ledger.entry', 'posted');

-- Amounts in 分. A reversal writes negative amounts on the same side (红字), never the other side.
create table ledger.entry_line (
  school_id bigint not null,
  id uuid not null,
  entry_id uuid not null,
  line_no int not null check (line_no > 0),
  book text not null check (book in ('FIN', 'BUD')),
  account text not null,
  debit bigint not null,
  credit bigint not null,
  check ((debit = 0) <> (credit = 0)),
  primary key (school_id, id),
  unique (school_id, entry_id, line_no),
  foreign key (school_id, entry_id) references ledger.entry deferrable initially deferred,
  foreign key (school_id, account) references ledger.account
);
create index on ledger.entry_line (school_id, account);
call engine.protect('ledger.entry_line', 'posted');

/* The law that spans rows: an entry has lines, balances in each book, and stands in an open period. */
create function ledger.entry_holds() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger.entry_line l where l.school_id = new.school_id and l.entry_id = new.id) then
    raise exception 'entry % has no lines', new.id using errcode = 'check_violation';
  end if;
  if exists (select from ledger.entry_line l where l.school_id = new.school_id and l.entry_id = new.id
             group by l.book having sum(l.debit) <> sum(l.credit)) then
    raise exception 'entry % does not balance', new.id using errcode = 'check_violation';
  end if;
  if exists (select from ledger.period p where p.school_id = new.school_id and p.fiscal_year = new.fiscal_year
             and p.month = new.month and p.closed_at is not null) then
    raise exception 'period %-% is closed', new.fiscal_year, new.month using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger entry_holds after insert on ledger.entry deferrable initially deferred
  for each row execute function ledger.entry_holds();
