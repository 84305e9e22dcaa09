-- 钥匙登记: who has which key, until when.
create table assets.key_loan (
  school_id bigint not null references engine.school,
  id uuid not null,
  key_name text not null check (key_name <> ''),
  room_id uuid,
  room text,
  borrower_id uuid,
  borrower text not null check (borrower <> ''),
  lent_on date not null,
  due_on date not null check (due_on >= lent_on),
  remark text,
  returned_on date check (returned_on >= lent_on),
  receiver_id uuid,
  receiver text,
  foreign key (school_id, room_id) references school.room,
  foreign key (school_id, borrower_id) references school.employee,
  foreign key (school_id, receiver_id) references school.employee
);
call engine.protect('assets.key_loan', 'kept');
call logbook.keep('assets.key_loan', '{returned_on,receiver_id,receiver}');
create index on assets.key_loan (school_id, lent_on);
