package org.zongwu.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinyinTests {
    @Test
    void a_surname_is_read_as_a_surname_first() {
        assertThat(Pinyin.initials("单雨然")).startsWith("syr");
        assertThat(Pinyin.initials("解文")).startsWith("xw");
        assertThat(Pinyin.initials("仇敏")).startsWith("qm");
        assertThat(Pinyin.initials("曾可")).startsWith("zk");
        assertThat(Pinyin.initials("查良")).startsWith("zl");
        assertThat(Pinyin.index("朴英")).contains("piaoying");
        assertThat(Pinyin.index("翟安")).contains("zhaian");
        assertThat(Pinyin.initials("区静")).startsWith("oj");
        assertThat(Pinyin.index("盖宁")).contains("gaining");
    }

    @Test
    void the_other_reading_finds_the_name_as_well() {
        assertThat(Pinyin.initials("单雨然").split(" ")).contains("syr", "dyr");
        assertThat(Pinyin.index("单雨然")).contains("shanyuran").contains("danyuran");
        assertThat(Pinyin.index("乐乐")).contains("lele").contains("yuele");
    }

    @Test
    void a_surname_of_two_characters_is_two_syllables() {
        assertThat(Pinyin.initials("尉迟恭").split(" ")).contains("ycg");
        assertThat(Pinyin.initials("万俟卿").split(" ")).contains("mqq");
        assertThat(Pinyin.index("欧阳静")).contains("ouyangjing");
    }

    @Test
    void rare_characters_are_read() {
        assertThat(Pinyin.index("王堃")).contains("wangkun");
        assertThat(Pinyin.index("李喆")).contains("lizhe");
        assertThat(Pinyin.index("刘䶮")).contains("liuyan");
        assertThat(Pinyin.index("陈㙍")).contains("chenduo");
    }

    @Test
    void a_character_nobody_can_read_is_left_out_and_the_rest_is_found() {
        assertThat(Pinyin.initials("张\uD874\uDF4F明").split(" ")).contains("zm");
        assertThat(Pinyin.initials("")).isEmpty();
    }

    @Test
    void letters_and_digits_stand_for_themselves() {
        assertThat(Pinyin.initials("A4复印纸 70g")).isEqualTo("a4fyz70g");
        assertThat(Pinyin.initials("无尘粉笔（白）")).isEqualTo("wcfbb");
    }

    @Test
    void a_long_text_does_not_grow_into_every_combination() {
        assertThat(Pinyin.readings("乐行长重庆朝阳区还乐行长")).hasSizeLessThanOrEqualTo(12);
    }
}
