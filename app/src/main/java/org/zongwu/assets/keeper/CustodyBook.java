package org.zongwu.assets.keeper;

import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.room;
import static zongwu.db.assets.Tables.CUSTODY;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Rule;
import org.zongwu.logbook.Rule.Weight;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 专室保管 (domain.md §3.5): a room has one keeper at any time; a handover ends his time and begins the next one's, before a third person. */
@Configuration(proxyBeanMethods = false)
class CustodyBook {
    enum State implements BookState {
        ACTIVE, ENDED;

        @Override
        public Mark mark() {
            return this == ACTIVE ? Mark.OK : Mark.END;
        }
    }

    @Bean
    Logbook roomCustodies(Logbooks books, Custodies custodies) {
        return Logbook.of(CUSTODY).series("BG").menu("school", 945)
                .reads(PRINCIPAL, VP_LOGISTICS, STOREKEEPER, AUDIT_MEMBER).writes(ASSET_ADMIN, GA_DIRECTOR).own(CUSTODY.KEEPER_ID)
                .blanks(room(CUSTODY.ROOM_ID, CUSTODY.ROOM).counted(), person(CUSTODY.KEEPER_ID, CUSTODY.KEEPER).counted(), day(CUSTODY.FROM_ON).today(),
                        area(CUSTODY.LIST).optional(), area(CUSTODY.REMARK).optional())
                .title(CUSTODY.ROOM).lasts(CUSTODY.FROM_ON, CUSTODY.UNTIL_ON).once(CUSTODY.ROOM_ID, CUSTODY.KEEPER_ID, CUSTODY.FROM_ON)
                .states(State.values()).begins(in -> in.has(CUSTODY.UNTIL_ON) ? State.ENDED : State.ACTIVE)
                .completes(in -> custodies.title(in.get(CUSTODY.ROOM_ID)).ifPresent(title -> in.set(CUSTODY.ROOM, title)))
                .must("R-CUS-4", CUSTODY.ROOM, "rule.assets.custody.no-room", in -> in.has(CUSTODY.ROOM_ID), CUSTODY.ROOM)
                .must("R-CUS-4", CUSTODY.KEEPER, "rule.assets.custody.no-keeper", in -> in.has(CUSTODY.KEEPER_ID), CUSTODY.KEEPER)
                .must("R-CUS-4", CUSTODY.UNTIL_ON, "rule.assets.custody.ends-first",
                        in -> !in.has(CUSTODY.UNTIL_ON) || !in.get(CUSTODY.UNTIL_ON).isBefore(in.get(CUSTODY.FROM_ON)), CUSTODY.FROM_ON)
                .must("R-CUS-3", CUSTODY.SUCCESSOR, "rule.assets.custody.same-person", CustodyBook::isAnother)
                .must("R-CUS-3", CUSTODY.SUPERVISOR, "rule.assets.custody.third-person", CustodyBook::isThird)
                .rule(new Rule("R-CUS-1", Weight.MUST, CUSTODY.ROOM, custodies::overlapping))
                .step(Step.named("handover").from(State.ACTIVE).to(State.ENDED).by(ASSET_ADMIN, GA_DIRECTOR)
                        .fills(day(CUSTODY.UNTIL_ON).today(), person(CUSTODY.SUCCESSOR_ID, CUSTODY.SUCCESSOR).optional(), person(CUSTODY.SUPERVISOR_ID, CUSTODY.SUPERVISOR), area(CUSTODY.HANDED_OVER).optional())
                        .must("R-CUS-4", CUSTODY.UNTIL_ON, "rule.assets.custody.ends-first", in -> !in.get(CUSTODY.UNTIL_ON).isBefore(in.get(CUSTODY.FROM_ON)), CUSTODY.FROM_ON)
                        .must("R-CUS-3", CUSTODY.SUCCESSOR, "rule.assets.custody.same-person", CustodyBook::isAnother)
                        .must("R-CUS-3", CUSTODY.SUPERVISOR, "rule.assets.custody.third-person", CustodyBook::isThird)
                        .then((actor, ended) -> next(books, actor, ended)))
                .flag("kept", asOf -> CUSTODY.FROM_ON.le(asOf).and(CUSTODY.UNTIL_ON.isNull().or(CUSTODY.UNTIL_ON.ge(asOf))))
                .figures(Measure.different("ROOMS_KEPT", Unit.ROOM, CUSTODY.ROOM).of("kept").on(), Measure.different("ROOM_KEEPERS", Unit.PERSON, CUSTODY.KEEPER).of("kept").on(),
                        Measure.different("OWN_ROOMS_KEPT", Unit.ROOM, CUSTODY.ROOM).of("kept").on().whose(CUSTODY.KEEPER_ID))
                .imports(400);
    }

    private static boolean isAnother(Draft in) {
        return !in.has(CUSTODY.SUCCESSOR_ID) || !in.get(CUSTODY.SUCCESSOR_ID).equals(in.get(CUSTODY.KEEPER_ID));
    }

    private static boolean isThird(Draft in) {
        var third = in.get(CUSTODY.SUPERVISOR_ID);
        return third == null || !third.equals(in.get(CUSTODY.KEEPER_ID)) && !third.equals(in.get(CUSTODY.SUCCESSOR_ID));
    }

    /** The successor keeps the room from the next day on; without one it stays empty, and the desk says so. */
    private static void next(Logbooks books, Actor actor, Draft ended) {
        if (!ended.has(CUSTODY.SUCCESSOR_ID)) return;
        books.enter(actor, books.of(CUSTODY), Draft.blank().set(CUSTODY.ROOM_ID, ended.get(CUSTODY.ROOM_ID)).set(CUSTODY.ROOM, ended.get(CUSTODY.ROOM))
                .set(CUSTODY.KEEPER_ID, ended.get(CUSTODY.SUCCESSOR_ID)).set(CUSTODY.KEEPER, ended.get(CUSTODY.SUCCESSOR))
                .set(CUSTODY.FROM_ON, ended.get(CUSTODY.UNTIL_ON).plusDays(1)).set(CUSTODY.LIST, ended.get(CUSTODY.HANDED_OVER)));
    }
}
