-- 廉政与会议: gifts (domain.md §3.50), meetings and their resolutions (§3.49).
-- By when a gift had to be declared and from which value on it is handed in stand as they were ruled on the day (R-PARAM-1).
create table governance.gift (
  school_id bigint not null references engine.school,
  id uuid not null,
  own_no text,
  received_on date not null,
  receiver_id uuid,
  receiver text not null check (receiver <> ''),
  giver text,
  occasion text,
  item text not null check (item <> ''),
  kind text not null check (kind in ('GIFT', 'CASH', 'CARD', 'SECURITY', 'METAL')),
  quantity numeric(18, 3) check (quantity >= 0),
  value bigint check (value >= 0),
  declared_on date not null check (declared_on >= received_on),
  declare_by date not null,
  handed_in_from bigint not null check (handed_in_from >= 0),
  surrendered_on date check (surrendered_on >= received_on),
  registrar_id uuid,
  registrar text,
  valuation text,
  disposal text check (disposal in ('RETURNED', 'REMITTED', 'SOLD', 'PUBLIC_USE', 'DESTROYED', 'KEPT')),
  disposed_on date,
  document_no text,
  approver_id uuid,
  approver text,
  remark text,
  foreign key (school_id, receiver_id) references school.employee,
  foreign key (school_id, registrar_id) references school.employee,
  foreign key (school_id, approver_id) references school.employee
);
call engine.protect('governance.gift', 'kept');
call logbook.keep('governance.gift', '{value,surrendered_on,registrar_id,registrar,valuation,disposal,disposed_on,document_no,approver_id,approver}');
create index on governance.gift (school_id, declared_on);
create index on governance.gift (school_id, receiver_id);
-- Who received it for the school does not decide what becomes of it (R-GIFT-3).
alter table governance.gift add constraint another_approves check (grade = 'IMPORTED' or approver_id <> registrar_id);

-- quorum is the rule that the meeting was judged by, quorate whether it was met (R-MTG-1).
create table governance.meeting (
  school_id bigint not null references engine.school,
  id uuid not null,
  own_no text,
  day date not null,
  name text not null check (name <> ''),
  expected int not null check (expected >= 0),
  present int not null check (present >= 0),
  personnel boolean not null default false,
  quorum text not null,
  quorate boolean not null,
  chair_id uuid,
  chair text,
  topics text not null check (topics <> ''),
  recorder_id uuid,
  recorder text,
  minutes text,
  issued_on date,
  issuer_id uuid,
  issuer text,
  foreign key (school_id, chair_id) references school.employee,
  foreign key (school_id, recorder_id) references school.employee,
  foreign key (school_id, issuer_id) references school.employee
);
call engine.protect('governance.meeting', 'kept');
call logbook.keep('governance.meeting', '{minutes,issued_on,issuer_id,issuer}');
create index on governance.meeting (school_id, day);
-- Nobody signs the minutes that he took, and issued minutes are final: a correction is a new version (R-MTG-4).
alter table governance.meeting add constraint another_issues check (grade = 'IMPORTED' or issuer_id <> recorder_id);
create function governance.issued_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'issued minutes are final: %', old.no using errcode = 'check_violation';
end
$$;
create trigger issued_is_final before update of minutes, issued_on, issuer_id, issuer on governance.meeting for each row
  when (old.issued_on is not null and (old.minutes, old.issued_on, old.issuer) is distinct from (new.minutes, new.issued_on, new.issuer)) execute function governance.issued_is_final();

-- day and quorate are the meeting's.
create table governance.resolution (
  school_id bigint not null references engine.school,
  id uuid not null,
  meeting_id uuid not null,
  meeting text not null,
  day date not null,
  quorate boolean not null,
  item_no int check (item_no > 0),
  content text not null check (content <> ''),
  amount bigint check (amount >= 0),
  owner_id uuid,
  owner text,
  due_on date check (due_on >= day),
  withdrew text,
  progress text not null default 'NOT_YET' check (progress in ('DONE', 'DOING', 'NOT_YET')),
  done_on date check (done_on >= day),
  result text,
  foreign key (school_id, owner_id) references school.employee
);
call engine.protect('governance.resolution', 'kept');
call logbook.keep('governance.resolution', '{progress,done_on,result}');
alter table governance.resolution add foreign key (school_id, meeting_id) references governance.meeting;
create index on governance.resolution (school_id, meeting_id);
create index on governance.resolution (school_id, day);
create index on governance.resolution (school_id, owner_id);
-- Without a quorum nothing is decided; what a file says was decided is kept and marked (R-MTG-1).
alter table governance.resolution add constraint decided_by_quorum check (grade = 'IMPORTED' or quorate);
