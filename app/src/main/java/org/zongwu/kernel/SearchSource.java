package org.zongwu.kernel;

import java.util.List;

/** A module that can be searched by the one box: number, name, pinyin initials, amount. */
public interface SearchSource {
    /** At most {@code limit} hits that this actor may open, best first; {@code words} is trimmed, lower case and half-width. */
    List<Hit> search(Actor actor, String words, int limit);

    /** @param exact the words are this thing's number or code: a single exact hit is opened at once */
    record Hit(String kindKey, String title, String detail, String link, boolean exact) {}
}
