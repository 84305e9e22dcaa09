package org.zongwu.termreport.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.zongwu.Office;
import org.zongwu.kernel.Control;

/** Whoever reads the proof reads names and sentences; the id stands beside them for who looks it up. */
@Office
class ControlNamesIT {
    @Autowired List<Control> controls;
    @Autowired MessageSource messages;

    @Test
    void every_control_has_a_name_and_a_sentence_in_both_languages() {
        var missing = new ArrayList<String>();
        for (var control : controls) {
            for (var key : List.of("control." + control.id(), "control." + control.id() + ".rule")) {
                for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                    if (messages.getMessage(key, null, null, locale) == null) missing.add(key + " (" + locale + ")");
                }
            }
        }
        assertThat(controls).isNotEmpty();
        assertThat(missing).as("say it in the bundles of the module that contributes the control").isEmpty();
    }
}
