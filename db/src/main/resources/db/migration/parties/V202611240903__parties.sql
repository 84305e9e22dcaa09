-- 往来单位: suppliers and others that the school deals with, each once, with the other names they go by.
create table parties.party (
  school_id bigint not null references engine.school,
  id uuid not null,
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  pinyin text not null,
  contact text,
  phone text,
  business text,
  active boolean not null default true,
  grade text not null default 'WORKED' check (grade in ('IMPORTED', 'WORKED')),
  primary key (school_id, id),
  unique (school_id, code),
  unique (school_id, name)
);
call engine.protect('parties.party', 'kept');

create table parties.alias (
  school_id bigint not null,
  name text not null check (name <> ''),
  party_id uuid not null,
  primary key (school_id, name),
  foreign key (school_id, party_id) references parties.party
);
call engine.protect('parties.alias', 'draft');

-- What other modules may read of a party.
create view parties.known with (security_invoker = true) as
  select school_id, id, code, name, pinyin, active from parties.party;
grant select on parties.known to zw_app, zw_ro, zw_audit;
