-- 工程: a project from its proposal to the last payment, and what is paid for it (domain.md §3.43). An imported row brings what had
-- been paid as one amount; the dates in order are asked by rule R-PRJ-6 before they are asked here.
create table works.project (
  school_id bigint not null references engine.school,
  id uuid not null,
  name text not null check (name <> ''),
  kind text check (kind in ('REPAIR', 'BUILDING', 'EQUIPMENT', 'OTHER')),
  place text,
  proposed_on date not null,
  estimate bigint check (estimate >= 0),
  manager_id uuid,
  manager text,
  reason text,
  remark text,
  decision text check (decision <> ''),
  control_price bigint check (control_price >= 0),
  pricer_id uuid,
  pricer text,
  contractor_id uuid,
  contractor text,
  contract_no text,
  contract_price bigint check (contract_price >= 0),
  retention bigint check (retention >= 0),
  due_on date,
  awarder_id uuid,
  awarder text,
  started_on date,
  changes bigint,
  changes_why text,
  completed_on date check (completed_on >= started_on),
  accepted_on date check (accepted_on >= completed_on),
  accepter_id uuid,
  accepter text,
  claimed_price bigint check (claimed_price >= 0),
  audited_price bigint check (audited_price >= 0),
  audited_on date,
  retention_due_on date,
  auditor_id uuid,
  auditor text,
  paid bigint check (paid >= 0),
  settled_on date,
  foreign key (school_id, manager_id) references school.employee,
  foreign key (school_id, pricer_id) references school.employee,
  foreign key (school_id, contractor_id) references parties.party,
  foreign key (school_id, awarder_id) references school.employee,
  foreign key (school_id, accepter_id) references school.employee,
  foreign key (school_id, auditor_id) references school.employee
);
call engine.protect('works.project', 'kept');
call logbook.keep('works.project', '{decision,control_price,pricer_id,pricer,contractor_id,contractor,contract_no,contract_price,retention,due_on,awarder_id,awarder,started_on,changes,changes_why,completed_on,accepted_on,accepter_id,accepter,claimed_price,audited_price,audited_on,retention_due_on,auditor_id,auditor,settled_on}');
create unique index on works.project (school_id, name, proposed_on) where voided_at is null;
-- Who proposes does not fix the price, who fixes it does not award, who awards does not accept or audit (SOD-3).
alter table works.project add constraint other_people check (grade = 'IMPORTED'
  or (pricer_id <> made_by and awarder_id <> pricer_id and accepter_id <> awarder_id and auditor_id <> awarder_id and auditor_id <> pricer_id));

create table works.payment (
  school_id bigint not null references engine.school,
  id uuid not null,
  project_id uuid not null,
  project text not null,
  requested_on date not null,
  kind text not null check (kind in ('PROGRESS', 'FINAL', 'RETENTION')),
  amount bigint not null check (amount > 0),
  remark text,
  paid_on date,
  voucher_no text,
  payer_id uuid,
  payer text,
  foreign key (school_id, payer_id) references school.employee
);
call engine.protect('works.payment', 'kept');
call logbook.keep('works.payment', '{paid_on,voucher_no,payer_id,payer}');
alter table works.payment add foreign key (school_id, project_id) references works.project,
  add constraint another_pays check (grade = 'IMPORTED' or payer_id <> made_by);
create index on works.payment (school_id, project_id);
