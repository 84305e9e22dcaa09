-- Tokens by which programs read figures and reports, and nothing else. The secret is kept as a hash only. Who made a token, until when it is
-- good and what it reads never changes; a token that is over or revoked stays to be seen.
create table access.api_token (
  school_id bigint not null,
  id uuid not null,
  name text not null check (name <> '' and length(name) <= 80),
  scope text not null check (scope in ('FIGURES_AND_REPORTS')),
  token_hash bytea not null check (length(token_hash) = 32),
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  valid_until date not null,
  revoked_by uuid,
  revoked_by_name text,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, made_by) references school.employee,
  -- R-API-1: dated, a year at most
  constraint api_token_year check (valid_until between (made_at at time zone 'Asia/Shanghai')::date and ((made_at at time zone 'Asia/Shanghai')::date + interval '1 year')::date),
  constraint api_token_revoked check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_by_name is null))
);
call engine.protect('access.api_token', 'kept');
revoke update on access.api_token from zw_app;
grant update (revoked_by, revoked_by_name, revoked_at, last_used_at) on access.api_token to zw_app;
-- Revoked is final
create policy revoked on access.api_token as restrictive for update to zw_app using (revoked_at is null) with check (true);
