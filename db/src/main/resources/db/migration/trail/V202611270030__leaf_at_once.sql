/* The same leaf, byte for byte, four times as fast: every change waits for it. One expression that plpgsql keeps planned; as SQL
   it was planned anew for each record, because neither convert_to nor extract is immutable by itself, and trail.part called
   thirteen times. */
create or replace function trail.leaf(school_id bigint, id uuid, seq bigint, at timestamptz, actor_id uuid, actor_name text, action text,
    object_type text, object_id uuid, object_no text, reason text, request_id text, images jsonb) returns bytea
  language plpgsql immutable parallel safe as $$
begin
  return sha256(convert_to(coalesce(octet_length(school_id::text) || ':' || school_id::text, '~')
    || coalesce(octet_length(id::text) || ':' || id::text, '~')
    || coalesce(octet_length(seq::text) || ':' || seq::text, '~')
    || coalesce(octet_length(((extract(epoch from at) * 1000000)::bigint)::text) || ':' || ((extract(epoch from at) * 1000000)::bigint)::text, '~')
    || coalesce(octet_length(actor_id::text) || ':' || actor_id::text, '~')
    || coalesce(octet_length(actor_name) || ':' || actor_name, '~')
    || coalesce(octet_length(action) || ':' || action, '~')
    || coalesce(octet_length(object_type) || ':' || object_type, '~')
    || coalesce(octet_length(object_id::text) || ':' || object_id::text, '~')
    || coalesce(octet_length(object_no) || ':' || object_no, '~')
    || coalesce(octet_length(reason) || ':' || reason, '~')
    || coalesce(octet_length(request_id) || ':' || request_id, '~')
    || coalesce(octet_length(images::text) || ':' || images::text, '~'), 'UTF8'));
end
$$;
drop function trail.part(text);
