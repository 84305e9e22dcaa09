package org.zongwu.kernel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A module whose things a stocktake (盘点) can count: it says what its book expects where, and turns an accepted difference into a
 * document of its own. Collected by {@code stocktaking}, which knows nobody. Everything runs within the caller's transaction.
 */
public interface Countable {
    /** Id in records and addresses, as {@code stores}; its word is message {@code countable.KIND}. */
    String kind();

    /** How its figures begin (domain.md §10.4): {@code STOCK} makes {@code STOCK_CHECK_COVER} and {@code STOCK_MATCH_RATE}. */
    String figures();

    /** Where things lie, as of the end of that day, in the order in which they are counted. */
    List<Place> places(LocalDate day);

    /** Everything that ever lay there, in the order of the shelf, with what the book says now; who is just moving some of it is waited for. */
    List<Thing> freeze(UUID placeId);

    /** What goes by that code and may be found there, whether the book knows it there or not. */
    Optional<Thing> find(UUID placeId, String code);

    /**
     * What the book said of each thing at its instant: what was posted by then and no more. Who is just moving one of the things is
     * waited for, so that the answer is final.
     *
     * @return in the order asked
     */
    List<Quantity> book(UUID placeId, List<Moment> asked);

    /** What the book says of each thing by the end of a day, by the dates on its documents: for a count on paper of long ago. */
    Map<UUID, Quantity> bookOn(UUID placeId, Collection<UUID> things, LocalDate day);

    /** What was posted on the thing after that instant, oldest first. */
    List<Movement> moved(UUID placeId, UUID thingId, Instant after);

    /** What one unit is worth in the book today, yuan; empty when the book has no price for it. */
    Optional<BigDecimal> unitCost(UUID placeId, UUID thingId);

    /**
     * Somebody who may has accepted the differences: writes the document that moves the book, with entry, trail and number
     * (R-AST-5). Its id is that of the variance.
     */
    WorkRef accept(Actor approver, Variance variance);

    /** Where such a document is shown. */
    String path(WorkRef document);

    /**
     * @param keeperId who answers for it that day; null when nobody does
     * @param things   how many different things its book knows there
     */
    record Place(UUID id, String name, @Nullable UUID keeperId, @Nullable String keeper, int things) {}

    /**
     * @param area  shelf or group within the place: what is counted together stands together
     * @param book  what should lie on the shelf, in {@code unit}
     * @param codes what a scan of it may read
     */
    record Thing(UUID id, String code, String title, String area, String unit, Quantity book, List<String> codes) {}

    record Moment(UUID thingId, Instant at) {}

    /** @param quantity what came or, negative, went */
    record Movement(Instant at, LocalDate day, String what, WorkRef document, String path, Quantity quantity) {}

    /** @param campaign the stocktake that it comes from */
    record Variance(UUID id, WorkRef campaign, String campaignName, UUID placeId, LocalDate day, UUID preparedBy, Instant preparedAt, List<Line> lines) {
        /**
         * @param difference counted less book: above zero a gain (盘盈), below a loss (盘亏)
         * @param price      yuan for one unit of a gain that the book has no price for
         * @param reason     in words
         */
        public record Line(UUID thingId, Quantity book, Quantity counted, Quantity difference, @Nullable BigDecimal price, String reason) {}
    }
}
