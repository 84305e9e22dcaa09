package org.zongwu.stores.variance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Countable;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Messages;

/** Warehouses are the places, items the things, and what is lent does not lie there. */
@Component
class StoresCountable implements Countable {
    private final ShelfRepository shelf;
    private final VarianceService variances;
    private final WarehouseService warehouses;
    private final ItemService items;
    private final Messages messages;

    StoresCountable(ShelfRepository shelf, VarianceService variances, WarehouseService warehouses, ItemService items, Messages messages) {
        this.shelf = shelf;
        this.variances = variances;
        this.warehouses = warehouses;
        this.items = items;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "stores";
    }

    @Override
    public String figures() {
        return "STOCK";
    }

    @Override
    public List<Place> places(LocalDate day) {
        var cards = shelf.cards(day);
        return warehouses.all().stream().map(w -> new Place(w.id(), w.name(), w.keeperId(), w.keeper(), cards.getOrDefault(w.id(), 0))).toList();
    }

    @Override
    public List<Thing> freeze(UUID placeId) {
        shelf.hold(placeId, null);
        return shelf.things(placeId);
    }

    @Override
    public Optional<Thing> find(UUID placeId, String code) {
        return items.named(code).flatMap(i -> shelf.thing(placeId, i.id()));
    }

    @Override
    public List<Quantity> book(UUID placeId, List<Moment> asked) {
        shelf.hold(placeId, asked.stream().map(Moment::thingId).toList());
        return shelf.at(placeId, asked);
    }

    @Override
    public Map<UUID, Quantity> bookOn(UUID placeId, Collection<UUID> things, LocalDate day) {
        return shelf.on(placeId, things, day);
    }

    @Override
    public List<Movement> moved(UUID placeId, UUID thingId, Instant after) {
        return shelf.moved(placeId, thingId, after).stream().map(m -> new Movement(m.at(), m.day(), messages.say("stores.move." + m.kind()), new WorkRef(m.kind().document(), m.documentId(), m.documentNo()),
                m.kind().path(m.documentId()), m.quantity())).toList();
    }

    @Override
    public Optional<BigDecimal> unitCost(UUID placeId, UUID thingId) {
        return shelf.unitCost(placeId, thingId);
    }

    @Override
    public WorkRef accept(Actor approver, Variance variance) {
        return variances.post(approver, variance);
    }

    @Override
    public String path(WorkRef document) {
        return VarianceService.PATH + "/" + document.id();
    }
}
