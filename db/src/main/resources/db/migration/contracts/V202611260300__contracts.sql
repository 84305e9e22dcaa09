-- 合同承包: contracts and their schedules of what is to be received and paid (domain.md §3.46). An amount that is not there is
-- settled by what was done. Whoever drafts, who approves and who seals are three people (SOD-8); no seal without approval (R-CON-1).
create table contracts.contract (
  school_id bigint not null references engine.school,
  id uuid not null,
  own_no text check (own_no <> ''),
  name text not null check (name <> ''),
  party_id uuid,
  party text not null check (party <> ''),
  kind text not null check (kind in ('CONCESSION', 'LEASE', 'PURCHASE', 'WORKS', 'SERVICE', 'MAINTENANCE')),
  amount bigint check (amount >= 0),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  term text,
  deposit text,
  basis text,
  document_id uuid,
  remark text,
  approver_id uuid,
  approver text,
  signed_on date,
  sealer_id uuid,
  sealer text,
  ended_on date,
  ended_why text,
  closer_id uuid,
  closer text,
  foreign key (school_id, party_id) references parties.party,
  foreign key (school_id, document_id) references files.attachment,
  foreign key (school_id, approver_id) references school.employee,
  foreign key (school_id, sealer_id) references school.employee,
  foreign key (school_id, closer_id) references school.employee
);
call engine.protect('contracts.contract', 'kept');
call logbook.keep('contracts.contract', '{approver_id,approver,signed_on,sealer_id,sealer,ended_on,ended_why,closer_id,closer}');
create unique index on contracts.contract (school_id, own_no, name, starts_on) nulls not distinct where voided_at is null;
create index on contracts.contract (school_id, ends_on);
-- A row of a file has been signed long ago, by whom it does not say.
alter table contracts.contract add constraint three_people check (grade = 'IMPORTED' or (approver_id <> made_by and sealer_id <> made_by and sealer_id <> approver_id)),
  add constraint no_seal_without_approval check (grade = 'IMPORTED' or signed_on is null or approver_id is not null);

create table contracts.instalment (
  school_id bigint not null references engine.school,
  id uuid not null,
  contract_id uuid not null,
  contract text not null,
  direction text not null check (direction in ('RECEIVABLE', 'PAYABLE')),
  purpose text not null check (purpose in ('RENT', 'PRICE', 'DEPOSIT', 'RETENTION', 'OTHER')),
  due_on date not null,
  amount bigint not null check (amount > 0),
  remark text,
  settled_on date,
  settled_amount bigint check (settled_amount >= 0),
  deducted bigint check (deducted >= 0),
  deducted_why text,
  voucher_no text,
  settler_id uuid,
  settler text,
  foreign key (school_id, settler_id) references school.employee,
  check ((settled_on is null) = (settled_amount is null)),
  check (coalesce(settled_amount, 0) + coalesce(deducted, 0) <= amount)
);
call engine.protect('contracts.instalment', 'kept');
call logbook.keep('contracts.instalment', '{settled_on,settled_amount,deducted,deducted_why,voucher_no,settler_id,settler}');
alter table contracts.instalment add foreign key (school_id, contract_id) references contracts.contract,
  add constraint another_settles check (grade = 'IMPORTED' or settler_id <> made_by);
create index on contracts.instalment (school_id, contract_id);
create index on contracts.instalment (school_id, due_on);
