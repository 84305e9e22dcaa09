package org.zongwu.access.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordPolicyTests {
    private static final List<String> ABOUT = List.of("10217", "李秀兰", "lixiulan", "lxl", "星城中学", "xingchengzhongxue", "xczx");
    private final PasswordPolicy policy = new PasswordPolicy();

    @Test
    void a_sentence_of_ones_own_will_do_whatever_it_is_made_of() {
        for (var good : new String[] {"橘子树下有三把伞", "correct horse battery", "mumblefrotz", "48213097", "  spaces  count ", "橘子树下有三把伞".repeat(8)}) accepts(good);
    }

    @Test
    void seven_characters_are_too_few_and_a_book_is_too_much() {
        refuses("abcqfg7", "short");
        refuses("一二三四五六七", "short");
        refuses("é".repeat(4) + "abc", "short");
        refuses("e\u0301x".repeat(3), "short");
        refuses("ab".repeat(129), "long");
    }

    @Test
    void what_is_tried_first_is_refused_however_it_is_written() {
        for (var common : new String[] {"password", "PassWord", "Ｐassword", "woaini1314", "a123456789", "5201314a"}) refuses(common, "common");
    }

    @Test
    void runs_and_repetitions_are_refused() {
        for (var run : new String[] {"12345678", "87654321", "abcdefgh", "qwertyui", "1qaz2wsx", "88888888", "abababab", "7890123456"}) refuses(run, "common");
    }

    @Test
    void what_others_know_of_the_person_is_no_secret() {
        for (var known : new String[] {"lixiulan1", "LiXiuLan10217", "xczx10217!", "星城中学李秀兰1234", "lixiulan"}) refuses(known, "known");
        accepts("lixiulan likes plums");
    }

    private void accepts(String password) {
        assertThatCode(() -> policy.check(password, ABOUT)).as(password).doesNotThrowAnyException();
    }

    private void refuses(String password, String why) {
        assertThatThrownBy(() -> policy.check(password, ABOUT)).as(password).hasMessageContaining("rule.access.password." + why);
    }
}
