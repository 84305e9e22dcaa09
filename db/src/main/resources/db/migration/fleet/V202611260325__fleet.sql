-- 公车与接待: cars, their trips and costs, and official guests (domain.md §3.25, 3.26).
create table fleet.vehicle (
  school_id bigint not null references engine.school,
  id uuid not null,
  plate text not null check (plate <> ''),
  model text not null check (model <> ''),
  kind text not null check (kind in ('CAR', 'VAN', 'SCHOOL_BUS', 'TRUCK', 'OTHER')),
  seats int check (seats > 0),
  since date not null,
  first_km int check (first_km >= 0),
  fuel_card text,
  insured_until date,
  inspected_until date,
  retired_on date check (retired_on >= since),
  retired_because text,
  remark text
);
call engine.protect('fleet.vehicle', 'kept');
call logbook.keep('fleet.vehicle', '{insured_until,inspected_until,retired_on,retired_because}');
create unique index on fleet.vehicle (school_id, plate) where voided_at is null;

-- The odometer counts, not what somebody wrote; where only that was written, that (R-VEH-1).
create table fleet.trip (
  school_id bigint not null references engine.school,
  id uuid not null,
  vehicle_id uuid,
  plate text not null check (plate <> ''),
  day date not null,
  rider_id uuid,
  rider text not null check (rider <> ''),
  purpose text not null check (purpose <> ''),
  destination text,
  driver_id uuid,
  driver text,
  approver_id uuid,
  approver text,
  out_km int check (out_km >= 0),
  gap_reason text,
  in_km int check (in_km >= out_km),
  km_written numeric(18, 3),
  km numeric(18, 3) generated always as (coalesce((in_km - out_km)::numeric(18, 3), km_written)) stored,
  toll bigint,
  remark text,
  foreign key (school_id, rider_id) references school.employee,
  foreign key (school_id, driver_id) references school.employee,
  foreign key (school_id, approver_id) references school.employee
);
call engine.protect('fleet.trip', 'kept');
call logbook.keep('fleet.trip', '{driver_id,driver,approver_id,approver,out_km,gap_reason,in_km,toll}');
alter table fleet.trip add foreign key (school_id, vehicle_id) references fleet.vehicle;
create index on fleet.trip (school_id, plate, day);
create index on fleet.trip (school_id, day);
create index on fleet.trip (school_id, vehicle_id);
-- Nobody approves his own trip, and no car leaves without approval; a row of a file has happened already and is marked instead.
alter table fleet.trip add constraint another_approves check (grade = 'IMPORTED' or approver_id <> rider_id);
alter table fleet.trip add constraint approved_before_out check (grade = 'IMPORTED' or out_km is null or approver_id is not null);

create table fleet.cost (
  school_id bigint not null references engine.school,
  id uuid not null,
  vehicle_id uuid,
  plate text not null check (plate <> ''),
  day date not null,
  item text not null check (item <> ''),
  kind text not null check (kind in ('FUEL', 'REPAIR', 'INSPECTION', 'INSURANCE', 'TOLL', 'OTHER')),
  quantity numeric(18, 3),
  price numeric(18, 6),
  amount bigint not null,
  supplier_id uuid,
  supplier text,
  invoice_no text,
  approver_id uuid,
  approver text,
  remark text,
  foreign key (school_id, supplier_id) references parties.party,
  foreign key (school_id, approver_id) references school.employee
);
call engine.protect('fleet.cost', 'kept');
call logbook.keep('fleet.cost', '{approver_id,approver}');
alter table fleet.cost add foreign key (school_id, vehicle_id) references fleet.vehicle;
create index on fleet.cost (school_id, day);
create index on fleet.cost (school_id, vehicle_id);
alter table fleet.cost add constraint another_approves check (grade = 'IMPORTED' or approver_id <> made_by);

-- 单车核算 (R-VEH-3): what each car ran and cost, tolls with the trips, the rest with the bills.
create view fleet.vehicle_account with (security_invoker = true) as
  select school_id, id, day, plate, 'TRIP' as kind, purpose as item, km, null::numeric(18, 3) as litres, toll as amount,
    no, case when voided_at is null then 'RECORDED' else 'VOID' end as state, version, doubts, grade, made_by, made_by_name, made_at, voided_by, voided_at, void_reason
  from fleet.trip where state in ('BACK', 'VOID')
  union all
  select school_id, id, day, plate, kind, item, null, case when kind = 'FUEL' then quantity end, amount,
    no, case when voided_at is null then 'RECORDED' else 'VOID' end, version, doubts, grade, made_by, made_by_name, made_at, voided_by, voided_at, void_reason
  from fleet.cost where state <> 'REQUESTED';
grant select on fleet.vehicle_account to zw_app, zw_ro, zw_audit;

-- How many hosts were allowed, and what a meal might cost, stand in it as they were that day (R-REC-2, R-REC-4, R-PARAM-1).
create table fleet.reception (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  guest_unit text not null check (guest_unit <> ''),
  letter_no text check (letter_no <> ''),
  purpose text not null check (purpose <> ''),
  guests int not null check (guests > 0),
  hosts int not null check (hosts >= 0),
  host_rule text not null,
  meal text,
  standard bigint,
  standard_max bigint,
  amount bigint,
  amount_words text,
  venue text,
  approver_id uuid,
  approver text,
  remark text,
  list text,
  foreign key (school_id, approver_id) references school.employee
);
call engine.protect('fleet.reception', 'kept');
call logbook.keep('fleet.reception', '{guests,hosts,amount,approver_id,approver,list}');
create index on fleet.reception (school_id, day);
alter table fleet.reception add constraint with_a_letter check (grade = 'IMPORTED' or letter_no is not null);
alter table fleet.reception add constraint another_approves check (grade = 'IMPORTED' or approver_id <> made_by);
