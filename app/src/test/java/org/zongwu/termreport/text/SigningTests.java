package org.zongwu.termreport.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningTests {
    @Test
    void who_saves_answers_for_what_he_typed() {
        assertThat(Signing.of("", "来宾{!12位}。\n", "周宁")).isEqualTo("来宾{!12位|周宁}。\n");
        assertThat(Signing.of("", "+ 更换路灯｜二十盏\n", "周宁")).isEqualTo("+ 更换路灯｜二十盏 @周宁\n");
    }

    @Test
    void what_stood_there_keeps_the_name_it_had() {
        var before = "来宾{!12位|张三}，其中{!3位|李四}。\n+ 更换路灯 @张三\n";

        assertThat(Signing.of(before, "来宾{!12位|张三}，其中{!4位|李四}。\n+ 更换路灯 @周宁\n+ 更换水管 @张三\n", "周宁"))
                .isEqualTo("来宾{!12位|张三}，其中{!4位|周宁}。\n+ 更换路灯 @张三\n+ 更换水管 @周宁\n");
    }

    @Test
    void nobody_can_put_another_name_to_it() {
        assertThat(Signing.of("", "来宾{!12位|校长}。\n+ 更换路灯 @校长\n", "周宁")).isEqualTo("来宾{!12位|周宁}。\n+ 更换路灯 @周宁\n");
    }

    @Test
    void a_task_that_hangs_on_a_figure_is_nobodys_word() {
        assertThat(Signing.of("", "+ STOCK_LOW 补足\n", "周宁")).isEqualTo("+ STOCK_LOW 补足\n");
    }
}
