package org.zongwu.stores.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;

/** The catalogue, as the lines of an old slip name it: by number, by name and specification, or by another name that people use. */
final class PaperItems {
    private final ItemService service;
    private final Actor actor;
    private final Map<String, Item> byCode = new HashMap<>();
    private final Map<String, List<Item>> byName = new HashMap<>();
    private final Map<String, List<Item>> byAlias = new HashMap<>();
    /** Units that the file itself explained, by item. */
    private final Map<UUID, Map<String, BigDecimal>> learned = new HashMap<>();

    PaperItems(ItemService service, Actor actor) {
        this.service = service;
        this.actor = actor;
        for (var item : service.all()) {
            if (!item.active()) continue;
            byCode.put(plain(item.code()), item);
            byName.computeIfAbsent(plain(item.name()), n -> new ArrayList<>()).add(item);
            item.aliases().forEach(a -> byAlias.computeIfAbsent(plain(a), n -> new ArrayList<>()).add(item));
        }
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s　]+", "").toLowerCase(Locale.ROOT);
    }

    /** The one that is meant; null when none is, or when several may be. */
    @Nullable Item find(@Nullable String code, @Nullable String name, @Nullable String spec) {
        if (code != null && byCode.containsKey(plain(code))) return byCode.get(plain(code));
        var called = named(name);
        var exact = called.stream().filter(i -> plain(i.spec()).equals(plain(spec))).toList();
        if (exact.size() == 1) return exact.getFirst();
        if (!called.isEmpty() && spec != null && !spec.isBlank()) return null;
        if (called.size() == 1) return called.getFirst();
        var known = byAlias.getOrDefault(plain(name), List.of()).stream().filter(i -> plain(i.spec()).contains(plain(spec))).toList();
        if (known.size() == 1) return known.getFirst();
        return called.isEmpty() && known.isEmpty() ? service.named(String.valueOf(name)).filter(Item::active).orElse(null) : null;
    }

    /** All that go by that name, whatever their specification. */
    private List<Item> named(@Nullable String name) {
        return byName.getOrDefault(plain(name), List.of());
    }

    /** All that go by that name or are also called so. */
    List<Item> called(String name) {
        var called = named(name);
        return called.isEmpty() ? byAlias.getOrDefault(plain(name), List.of()) : called;
    }

    /**
     * How many base units one of this unit is; null when neither the catalogue nor the remark says so.
     *
     * @param note where clerks write {@code 1箱=8包} or {@code 每箱20瓶}
     */
    @Nullable BigDecimal factor(Item item, @Nullable String unit, @Nullable String note) {
        if (unit == null || unit.isBlank() || unit.equals(item.unit())) return BigDecimal.ONE;
        var known = item.units().getOrDefault(unit, learned.getOrDefault(item.id(), Map.of()).get(unit));
        if (known != null) return known;
        var said = note == null ? null : Pattern.compile("(?:1|一|每)\\s*" + Pattern.quote(unit) + "\\s*[=＝为装合]?\\s*(\\d+(?:\\.\\d{1,3})?)\\s*" + Pattern.quote(item.unit())).matcher(note);
        if (said == null || !said.find()) return null;
        var factor = new BigDecimal(said.group(1));
        if (factor.signum() <= 0) return null;
        learned.computeIfAbsent(item.id(), i -> new HashMap<>()).put(unit, factor);
        service.addUnit(actor, item.id(), unit, factor);
        return factor;
    }

    /** To the thousandth; null for what is no such number. */
    static @Nullable Quantity quantity(@Nullable BigDecimal number) {
        return number == null || number.abs().compareTo(BigDecimal.valueOf(1_000_000_000)) >= 0 ? null : new Quantity(number.setScale(3, RoundingMode.HALF_UP));
    }
}
