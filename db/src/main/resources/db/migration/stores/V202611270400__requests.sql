-- Issue, whole (domain.md §3.2): a request is picked, stamped when it is over a quota, signed for what is really given, and posted;
-- what was not there goes on as a back-order. Quotas, class kits, places on the shelf.

-- Where an item lies in a warehouse: the pick list walks along the shelves.
create table stores.item_place (
  school_id bigint not null,
  warehouse_id uuid not null,
  item_id uuid not null,
  shelf text not null check (shelf <> ''),
  primary key (school_id, warehouse_id, item_id),
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.item_place', 'draft');

-- R-ISS-5: what is issued to a repair says to which. requested_at is when somebody first asked, continues the issue that could not give
-- all of it; handout_id the class kit it belongs to; paper_id the signed paper that stands for a log-in.
alter table stores.issue_draft drop constraint issue_draft_purpose_check;
alter table stores.issue_draft add constraint issue_draft_purpose_check check (purpose in ('TEACHING', 'ADMIN', 'REPAIR')),
  add column work_type text, add column work_id uuid, add column work_no text,
  add column requested_at timestamptz,
  add column picked_by uuid, add column picked_at timestamptz,
  add column stamped_by uuid, add column stamped_at timestamptz,
  add column paper_id uuid,
  add column continues uuid,
  add column handout_id uuid,
  add column closed_by uuid, add column closed_at timestamptz, add column closed_why text check (closed_why <> ''),
  add constraint issue_draft_repair check (purpose <> 'REPAIR' or work_id is not null),
  add constraint issue_draft_work check ((work_type is null) = (work_id is null)),
  add constraint issue_draft_closed check ((closed_at is null) = (closed_why is null) and (closed_at is null) = (closed_by is null)),
  add foreign key (school_id, picked_by) references school.employee,
  add foreign key (school_id, stamped_by) references school.employee,
  add foreign key (school_id, closed_by) references school.employee,
  add foreign key (school_id, paper_id) references files.attachment;

alter table stores.issue drop constraint issue_purpose_check;
alter table stores.issue add constraint issue_purpose_check check (purpose in ('TEACHING', 'ADMIN', 'REPAIR')),
  add column work_type text, add column work_id uuid, add column work_no text,
  add column requested_at timestamptz,
  -- within how many hours it should have been given (policy issue.within.hours on the day it was asked for)
  add column promised_hours int check (promised_hours > 0),
  add column stamped_by uuid, add column stamped_at timestamptz,
  add column paper_id uuid,
  add column continues uuid,
  add column handout_id uuid,
  add constraint issue_repair check (purpose <> 'REPAIR' or work_id is not null),
  add constraint issue_work check ((work_type is null) = (work_id is null)),
  add foreign key (school_id, stamped_by) references school.employee,
  add foreign key (school_id, paper_id) references files.attachment;
create index on stores.issue (school_id, work_id) where work_id is not null;
create index on stores.issue (school_id, handout_id) where handout_id is not null;
create index on stores.issue (school_id, continues) where continues is not null;

-- What was asked for where that is not what was given: more of it, in the entered unit, or another item.
alter table stores.issue_line add column asked_quantity numeric(18, 3),
  add column instead_item_id uuid, add column instead_unit text, add column instead_quantity numeric(18, 3),
  add constraint issue_line_instead check ((instead_item_id is null) = (instead_unit is null) and (instead_item_id is null) = (instead_quantity is null)),
  add foreign key (school_id, instead_item_id) references stores.item;

-- R-ISS-3: how much a person, a class or a department may take in a period; nobody named means each of them.
create table stores.quota (
  school_id bigint not null references engine.school,
  id uuid not null,
  holder text not null check (holder in ('PERSON', 'CLASS', 'DEPARTMENT')),
  person_id uuid, person text,
  class_id uuid, class text,
  department_id uuid, department text,
  item_id uuid, item text,
  category_id uuid, category text,
  period text not null check (period in ('MONTH', 'TERM', 'YEAR')),
  quantity numeric(18, 3) not null check (quantity >= 0),
  from_on date not null,
  until_on date check (until_on >= from_on),
  basis text,
  check (num_nonnulls(item_id, category_id) = 1),
  check (person_id is null or holder = 'PERSON'),
  check (class_id is null or holder = 'CLASS'),
  check (department_id is null or holder = 'DEPARTMENT'),
  foreign key (school_id, person_id) references school.employee,
  foreign key (school_id, class_id) references school.school_class,
  foreign key (school_id, department_id) references school.department,
  foreign key (school_id, item_id) references stores.item,
  foreign key (school_id, category_id) references stores.category
);
call engine.protect('stores.quota', 'kept');
call logbook.keep('stores.quota', '{until_on}');
alter table stores.quota add constraint one_quota exclude using gist (school_id with =, holder with =, period with =,
  coalesce(person_id, class_id, department_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, coalesce(item_id, category_id) with =,
  daterange(from_on, until_on, '[]') with &&) where (voided_at is null);

-- What people have had, for the quotas: issues that stand, but not what belongs to a repair or was handed to all classes.
create view stores.consumed with (security_invoker = true) as
  select i.school_id, i.receiver_id, i.department_id, i.class_id, l.item_id, i.business_date, l.quantity
  from stores.issue i join stores.issue_line l on l.school_id = i.school_id and l.issue_id = i.id
  where i.reversal_of is null and i.work_id is null and i.handout_id is null
    and not exists (select from stores.issue x where x.school_id = i.school_id and x.reversal_of = i.id);
grant select on stores.consumed to zw_app, zw_ro, zw_audit;

-- What people have asked for and not had yet, line by line: the lines of an open slip are no rows. quantity is in base units.
create view stores.open_line with (security_invoker = true) as
  select d.school_id, d.id as slip_id, d.version, d.warehouse_id, d.receiver_id, p.name as receiver, p.department_id, p.department, d.class_id, d.needed_on, d.requested_at, d.picked_at,
    d.receiver_at, d.work_id is null and d.handout_id is null as rationed, (k.n - 1)::int as line_no, k.item as item_id, k.unit, k.quantity::numeric(18, 3) as asked,
    k.picked::numeric(18, 3) as picked, coalesce(u.factor, 1)::numeric(18, 3) as factor, round(coalesce(k.picked, k.quantity) * coalesce(u.factor, 1), 3)::numeric(18, 3) as quantity
  from stores.issue_draft d
  join school.person p on p.school_id = d.school_id and p.id = d.receiver_id
  cross join lateral rows from (jsonb_to_recordset(d.lines) as (item uuid, unit text, quantity numeric, picked numeric)) with ordinality as k(item, unit, quantity, picked, n)
  left join stores.item_unit u on u.school_id = d.school_id and u.item_id = k.item and u.unit = k.unit
  where d.submitted_at is not null and d.closed_at is null;
grant select on stores.open_line to zw_app, zw_ro, zw_audit;

-- R-ISS-4: what every pupil, teacher or class is handed.
create table stores.kit (
  school_id bigint not null references engine.school,
  id uuid not null,
  name text not null check (name <> ''),
  day date not null,
  remark text
);
call engine.protect('stores.kit', 'kept');
call logbook.keep('stores.kit');

create table stores.kit_line (
  school_id bigint not null references engine.school,
  id uuid not null,
  kit_id uuid not null,
  kit text not null,
  day date not null,
  item_id uuid not null,
  item text not null,
  per text not null check (per in ('STUDENT', 'TEACHER', 'CLASS')),
  quantity numeric(18, 3) not null check (quantity > 0),
  remark text,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.kit_line', 'kept');
call logbook.keep('stores.kit_line');
alter table stores.kit_line add foreign key (school_id, kit_id) references stores.kit;

-- A kit handed to all classes in one act: heads are counted on that day and stay, and so does what lay on the cards.
create table stores.handout (
  school_id bigint not null references engine.school,
  id uuid not null,
  no text not null,
  kit_id uuid not null,
  kit text not null,
  warehouse_id uuid not null,
  day date not null,
  due_on date not null check (due_on >= day),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, no),
  foreign key (school_id, kit_id) references stores.kit,
  foreign key (school_id, warehouse_id) references stores.warehouse,
  foreign key (school_id, made_by) references school.employee
);
call engine.protect('stores.handout', 'posted');

create table stores.handout_class (
  school_id bigint not null,
  handout_id uuid not null,
  class_id uuid not null,
  receiver_id uuid not null,
  students int not null check (students >= 0),
  teachers int not null check (teachers >= 0),
  -- the slip of the class: a draft that is posted under the same id
  slip_id uuid not null,
  primary key (school_id, handout_id, class_id),
  unique (school_id, slip_id),
  foreign key (school_id, handout_id) references stores.handout,
  foreign key (school_id, class_id) references school.school_class,
  foreign key (school_id, receiver_id) references school.employee
);
call engine.protect('stores.handout_class', 'posted');

-- What lay on the card of each item of the kit, and how far the card had come, when the heads were counted.
create table stores.handout_item (
  school_id bigint not null,
  handout_id uuid not null,
  item_id uuid not null,
  on_hand numeric(18, 3) not null check (on_hand >= 0),
  seq bigint not null check (seq >= 0),
  primary key (school_id, handout_id, item_id),
  foreign key (school_id, handout_id) references stores.handout,
  foreign key (school_id, item_id) references stores.item
);
call engine.protect('stores.handout_item', 'posted');
