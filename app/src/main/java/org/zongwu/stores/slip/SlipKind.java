package org.zongwu.stores.slip;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.stock.Moved;
import org.zongwu.stores.stock.MoveKind;

/**
 * One kind of the storekeeper's documents, declared: what is written on it, who signs it as the second person, and what it does
 * on the shelves and in the books. {@link SlipService} carries it from draft to posting and back; the screens, the figures, the
 * to-dos and the print follow from the declaration. Its words are messages {@code KEY.title}, {@code KEY.one}, {@code KEY.new}, …
 */
public abstract class SlipKind {
    private final String name;
    private final String series;
    private final MoveKind move;
    private final Second second;
    private final List<Blank> blanks;

    /** What is asked on the form above the lines, besides the day; a SOURCE stands for what is known from it. */
    public enum Blank { SOURCE, WAREHOUSE, TARGET, REASON, FUNDING, PURPOSE, INVOICE, REMARK, FILE }

    /**
     * The second person: whom the document names, else whoever holds the duty; never who wrote it.
     *
     * @param noun  of the step, as in the address: {@code signature}, {@code approval}, {@code acceptance}
     * @param named whether a document of this kind can name somebody
     * @param duty  null when only the one named may sign
     */
    public record Second(String noun, boolean named, @Nullable Duty duty) {}

    /** What posting did: the shelves that changed, the lines as they stand for ever, the entries to be written. */
    public record Worked(List<Moved> moved, List<PostedSlip.Line> lines, List<Booking> bookings) {}

    /** @param amount negative for an entry in red, zero for none */
    public record Booking(String event, String variant, Money amount) {}

    /**
     * @param name as in column {@code kind}
     * @param move the move that gives the document its type and its address
     */
    protected SlipKind(String name, String series, MoveKind move, Second second, Blank... blanks) {
        this.name = name;
        this.series = series;
        this.move = move;
        this.second = second;
        this.blanks = List.of(blanks);
    }

    /**
     * Fills in what follows from what was written: of a source its warehouse and people, of a warehouse its keeper.
     *
     * @throws org.zongwu.kernel.RuleBroken when there is no such source
     */
    public SlipContent complete(SlipContent written, LocalDate today) {
        return written;
    }

    /** What this kind asks beyond lines that are above nothing. */
    public void require(SlipContent content, UUID madeBy) {}

    /** Changes the shelves and says what it did; within the posting transaction, before anything is numbered. */
    public abstract Worked work(SlipContent content, Map<UUID, Item> items, LocalDate day);

    /** Lets other rooms know, within the transaction, that one was posted or, in red, took another back. */
    public void tell(PostedSlip posted) {}

    /** Whose keeper may take a posted one back: he gives up the goods again. */
    public UUID reversedAt(SlipContent content) {
        return content.warehouseId();
    }

    /** What the card and the entry say beside the number. */
    public abstract String memo(SlipContent content);

    /** Which reasons there are to choose from; each is message {@code KEY.reason.REASON}. */
    public List<String> reasons() {
        return List.of();
    }

    /** Numbers that another may be chosen from, for a kind that refers to one; best first. */
    public List<Source> sources(String words, int limit) {
        return List.of();
    }

    /** What of the source may still be taken into a new document of this kind. */
    public SlipContent proposal(String sourceNo, LocalDate today) {
        return SlipContent.of(today);
    }

    /** The column of the register that says with whom or why: first on a phone. */
    public String told() {
        return second.named() ? "person" : "supplier";
    }

    /** Whether a line says what was asked for it. */
    public boolean asksAmount() {
        return false;
    }

    /** Whether a line may name the lot it is about. */
    public boolean asksLot() {
        return false;
    }

    public final String name() {
        return name;
    }

    public final String series() {
        return series;
    }

    /** Type of the document, and prefix of its messages. */
    public final String key() {
        return move.document();
    }

    public final String path() {
        return move.folder();
    }

    public final Second second() {
        return second;
    }

    public final List<Blank> blanks() {
        return blanks;
    }

    public final boolean asks(Blank blank) {
        return blanks.contains(blank);
    }

    /** Who writes documents of the stores. */
    public static Set<Duty> writers() {
        return Set.of(Duty.STOREKEEPER);
    }

    /** Whether this person's signature is the one that is awaited. */
    final boolean awaits(Actor actor, @Nullable UUID personId) {
        return personId != null ? actor.employeeId().equals(personId) : second.duty() != null && actor.holds(second.duty());
    }
}
