package org.zongwu.school;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Where things are. All look-ups see the school of the transaction only. */
public interface Places {
    /** Every name, plain, by which just one room is called: building or its other names with the number, the room's own name. */
    Map<String, Place> byName();

    /** Rooms whose building, number or name hold the words; best first. */
    List<Place> search(String words, int limit);

    /** How names of places are compared: half-width, without blanks, without 室 and 房 behind a number. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "").replaceAll("(?<=\\d)(室|房间|房)$", "").toLowerCase(Locale.ROOT);
    }

    record Place(UUID id, String building, String code, String name) {
        /** As people write it: {@code 格物楼 406 物理实验室}. */
        public String title() {
            return building + " " + code + (name.equals(code) ? "" : " " + name);
        }
    }
}
