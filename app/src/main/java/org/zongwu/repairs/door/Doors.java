package org.zongwu.repairs.door;

import static zongwu.db.repairs.Tables.DOOR;
import static zongwu.db.school.Tables.PLACE;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** The codes on the doors. A code lasts; the form that it opens is signed and lasts half an hour. */
@Repository
class Doors {
    static final Duration FORM_LASTS = Duration.ofMinutes(30);
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;

    private final DSLContext db;
    private final Tenancy tenancy;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Doors(DSLContext db, Tenancy tenancy, Trail trail, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param place as people call it: building, number, name */
    record Door(UUID id, UUID roomId, String code, String place, byte[] secret) {
        String written() {
            return place.replace(" ", "");
        }
    }

    Optional<Door> find(String code) {
        return db.select(DOOR.ID, DOOR.ROOM_ID, DOOR.CODE, DOOR.SECRET, PLACE.BUILDING, PLACE.CODE, PLACE.NAME).from(DOOR).join(PLACE).on(PLACE.SCHOOL_ID.eq(DOOR.SCHOOL_ID), PLACE.ID.eq(DOOR.ROOM_ID))
                .where(DOOR.SCHOOL_ID.eq(tenancy.current()), DOOR.CODE.eq(code)).fetchOptional(r -> new Door(r.value1(), r.value2(), r.value3(), title(r.value5(), r.value6(), r.value7()), r.value4()));
    }

    /** The codes of these rooms, made where there is none yet. */
    List<Door> of(Actor actor, List<UUID> rooms) {
        var there = db.select(DOOR.ROOM_ID).from(DOOR).where(DOOR.SCHOOL_ID.eq(tenancy.current()), DOOR.ROOM_ID.in(rooms)).fetchSet(DOOR.ROOM_ID);
        for (var room : rooms) {
            if (there.contains(room)) continue;
            var id = Ids.next();
            var secret = new byte[32];
            random.nextBytes(secret);
            var code = code();
            db.insertInto(DOOR).set(DOOR.SCHOOL_ID, tenancy.current()).set(DOOR.ID, id).set(DOOR.ROOM_ID, room).set(DOOR.CODE, code).set(DOOR.SECRET, secret).onConflictDoNothing().execute();
            trail.write(actor, "opened", new WorkRef("repairs.door", id, code), null, Images.none());
        }
        return db.select(DOOR.ID, DOOR.ROOM_ID, DOOR.CODE, DOOR.SECRET, PLACE.BUILDING, PLACE.CODE, PLACE.NAME).from(DOOR).join(PLACE).on(PLACE.SCHOOL_ID.eq(DOOR.SCHOOL_ID), PLACE.ID.eq(DOOR.ROOM_ID))
                .where(DOOR.SCHOOL_ID.eq(tenancy.current()), DOOR.ROOM_ID.in(rooms)).orderBy(PLACE.BUILDING, PLACE.CODE)
                .fetch(r -> new Door(r.value1(), r.value2(), r.value3(), title(r.value5(), r.value6(), r.value7()), r.value4()));
    }

    /** Signs a form that is drawn now. */
    String pass(Door door) {
        var until = clock.instant().plus(FORM_LASTS).getEpochSecond();
        return until + "." + sign(door, until);
    }

    /** Whether the form was drawn for this door, not too long ago. */
    boolean admits(Door door, String pass) {
        var parts = pass.split("\\.");
        if (parts.length != 2 || !parts[0].matches("\\d{10}")) return false;
        var until = Long.parseLong(parts[0]);
        return MessageDigest.isEqual(sign(door, until).getBytes(StandardCharsets.US_ASCII), parts[1].getBytes(StandardCharsets.US_ASCII)) && clock.instant().isBefore(Instant.ofEpochSecond(until));
    }

    /** A link that opens one report and nothing else. */
    String newLink() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] digest(String link) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(Door door, long until) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(door.secret(), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal((door.id() + "/" + until).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String code() {
        return random.ints(LENGTH, 0, LETTERS.length()).collect(StringBuilder::new, (b, i) -> b.append(LETTERS.charAt(i)), StringBuilder::append).toString();
    }

    static String title(String building, String code, String name) {
        return building + " " + code + (name.equals(code) ? "" : " " + name);
    }
}
