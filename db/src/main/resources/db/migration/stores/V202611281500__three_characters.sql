-- Initials are mostly three letters: kept whole, they need not be looked for in the ten thousand items that have both their pairs.
create or replace function stores.grams(variadic texts text[]) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct g), '{}') from unnest(texts) t, generate_series(1, length(t)) n, generate_series(1, 3) l, lateral (select lower(substr(t, n, l)) g) s where g !~ '\s'
$$;
insert into stores.item_gram (school_id, gram, item_id)
  select i.school_id, g, i.id from stores.item i, unnest(stores.grams(variadic array[i.code, i.name, i.spec, i.pinyin] || i.aliases)) g
  on conflict do nothing;
