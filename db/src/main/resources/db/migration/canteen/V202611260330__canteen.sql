-- 食堂: what comes in, is kept back, eaten with, checked, cleaned and carried away (domain.md §3.33).

-- Goods are seen by two people before they are taken in; how many had to be is kept as it was that day (R-CAN-4, R-PARAM-1).
create table canteen.food_receipt (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  item text not null check (item <> ''),
  unit text,
  quantity numeric(18, 3) not null check (quantity <> 0),
  price numeric(18, 6),
  amount bigint not null,
  kilograms numeric(18, 3),
  supplier_id uuid,
  supplier text not null check (supplier <> ''),
  produced text,
  shelf_life text,
  expires_on date,
  certificate text,
  certificate_file uuid,
  buyer_id uuid,
  buyer text,
  inspector_id uuid,
  inspector text not null check (inspector <> ''),
  co_inspector_id uuid,
  co_inspector text,
  inspectors_min int not null check (inspectors_min > 0),
  rejected_because text,
  remark text,
  foreign key (school_id, supplier_id) references parties.party,
  foreign key (school_id, certificate_file) references files.attachment,
  foreign key (school_id, buyer_id) references school.employee,
  foreign key (school_id, inspector_id) references school.employee,
  foreign key (school_id, co_inspector_id) references school.employee
);
call engine.protect('canteen.food_receipt', 'kept');
call logbook.keep('canteen.food_receipt', '{rejected_because}');
create index on canteen.food_receipt (school_id, day);
create index on canteen.food_receipt (school_id, co_inspector_id) where state = 'ARRIVED';
-- A row of a file has happened already and is marked instead.
alter table canteen.food_receipt add constraint two_inspect check (grade = 'IMPORTED' or inspectors_min < 2 or co_inspector_id is not null and co_inspector_id <> inspector_id);
alter table canteen.food_receipt add constraint buyer_inspects_not check (grade = 'IMPORTED' or buyer_id <> inspector_id and buyer_id <> co_inspector_id);

-- What a sample must weigh and how long it must be kept stand in it as they were when it was taken (R-CAN-1, R-PARAM-1).
create table canteen.food_sample (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  meal text not null check (meal in ('BREAKFAST', 'LUNCH', 'DINNER', 'SNACK')),
  dish text not null check (dish <> ''),
  grams numeric(18, 3) not null check (grams > 0),
  taken_at timestamptz,
  taker_id uuid,
  taker text,
  min_grams numeric(18, 3) not null check (min_grams > 0),
  min_hours int not null check (min_hours > 0),
  keep_until timestamptz,
  discarded_at timestamptz,
  discarder_id uuid,
  discarder text,
  remark text,
  foreign key (school_id, taker_id) references school.employee,
  foreign key (school_id, discarder_id) references school.employee
);
call engine.protect('canteen.food_sample', 'kept');
call logbook.keep('canteen.food_sample', '{discarded_at,discarder_id,discarder}');
create unique index on canteen.food_sample (school_id, day, meal, dish) where voided_at is null;
alter table canteen.food_sample add constraint heavy_enough check (grade = 'IMPORTED' or grams >= min_grams);
alter table canteen.food_sample add constraint kept_long_enough check (grade = 'IMPORTED' or discarded_at >= keep_until);

-- One row a person at a meal; or the reason why nobody could come (R-CAN-5).
create table canteen.accompanied_meal (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  meal text not null check (meal in ('BREAKFAST', 'LUNCH', 'DINNER', 'SNACK')),
  companion_id uuid,
  companion text,
  seat text,
  problem text,
  handling text,
  excuse text,
  remark text,
  foreign key (school_id, companion_id) references school.employee,
  check (companion is not null or excuse is not null)
);
call engine.protect('canteen.accompanied_meal', 'kept');
call logbook.keep('canteen.accompanied_meal', '{handling}');
create index on canteen.accompanied_meal (school_id, day);

-- Kitchen staff are often somebody else's employees: they are called by name.
create table canteen.morning_check (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  person text not null check (person <> ''),
  temperature numeric(18, 3) check (temperature between 30 and 45),
  hands text not null check (hands in ('SOUND', 'WOUND')),
  symptoms text,
  certificate_until date,
  result text not null check (result in ('ON_DUTY', 'SENT_HOME')),
  fever numeric(18, 3) not null,
  checker_id uuid,
  checker text,
  remark text,
  foreign key (school_id, checker_id) references school.employee
);
call engine.protect('canteen.morning_check', 'kept');
call logbook.keep('canteen.morning_check');
create unique index on canteen.morning_check (school_id, day, person) where voided_at is null;
create index on canteen.morning_check (school_id, person, day);

create table canteen.disinfection (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  object text not null check (object <> ''),
  method text not null check (method in ('HEAT', 'CHEMICAL', 'ULTRAVIOLET', 'OTHER')),
  strength text,
  times text,
  minutes int check (minutes > 0),
  operator text,
  checker_id uuid,
  checker text,
  remark text,
  foreign key (school_id, checker_id) references school.employee
);
call engine.protect('canteen.disinfection', 'kept');
call logbook.keep('canteen.disinfection');
create index on canteen.disinfection (school_id, day);

create table canteen.waste_collection (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  kind text not null check (kind in ('FOOD', 'OIL', 'OTHER')),
  kilograms numeric(18, 3) not null check (kilograms > 0),
  collector_id uuid,
  collector text,
  taken_by text,
  handed_by_id uuid,
  handed_by text,
  remark text,
  foreign key (school_id, collector_id) references parties.party,
  foreign key (school_id, handed_by_id) references school.employee
);
call engine.protect('canteen.waste_collection', 'kept');
call logbook.keep('canteen.waste_collection');
create index on canteen.waste_collection (school_id, day);
