package org.zongwu.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.zongwu.Office;

/** A word that a declaration calls for stands in no Java, so that only this sees when a bundle lacks it. */
@Office
class BookWordsIT {
    @Autowired private BookKeeper keeper;
    @Autowired private MessageSource messages;

    @Test
    void every_book_has_every_word_in_both_languages() {
        var missing = new TreeSet<String>();
        for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            keeper.all().forEach(book -> BookWords.missing(book, key -> messages.getMessage(key, null, null, language) != null).forEach(key -> missing.add(language + " " + key)));
        }
        assertThat(missing).isEmpty();
    }
}
