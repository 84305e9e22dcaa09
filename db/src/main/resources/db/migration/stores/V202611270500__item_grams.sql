-- Two characters find an item among a hundred thousand. Text indexes cannot serve below row-level security, because LIKE may not
-- look at rows before the policy has; equality may. So each item leaves its single characters and pairs here, by the database itself.
create function stores.grams(variadic texts text[]) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct g), '{}') from unnest(texts) t, generate_series(1, length(t)) n, generate_series(1, 2) l, lateral (select lower(substr(t, n, l)) g) s where g !~ '\s'
$$;

create table stores.item_gram (
  school_id bigint not null,
  gram text not null,
  item_id uuid not null,
  -- no foreign key: nothing here stands in the way of an item that an import takes back
  primary key (school_id, gram, item_id)
);
create index on stores.item_gram (school_id, item_id);
call engine.protect('stores.item_gram', 'draft');

create function stores.gram_item() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then delete from stores.item_gram where school_id = old.school_id and item_id = old.id; end if;
  if tg_op = 'DELETE' then return null; end if;
  insert into stores.item_gram (school_id, gram, item_id)
    select new.school_id, g, new.id from unnest(stores.grams(variadic array[new.code, new.name, new.spec, new.pinyin] || new.aliases)) g;
  return null;
end
$$;
create trigger gram_item after insert or delete or update of code, name, spec, pinyin, aliases on stores.item for each row execute function stores.gram_item();
insert into stores.item_gram (school_id, gram, item_id)
  select i.school_id, g, i.id from stores.item i, unnest(stores.grams(variadic array[i.code, i.name, i.spec, i.pinyin] || i.aliases)) g;

-- Moves are found by their document's number too.
create index on stores.move (school_id, object_no, id);
