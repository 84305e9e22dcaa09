package org.zongwu.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTests {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Windows 11, amd64, postgres-windows-x86_64.txz",
        "Windows 11, aarch64, postgres-windows-x86_64.txz",
    })
    void every_machine_gets_the_programs_made_for_it(String system, String processor, String archive) {
        assertThat(Binaries.archiveName(system, processor)).isEqualTo(archive);
    }

    @ParameterizedTest
    @CsvSource({"Linux, C.UTF-8", "Mac OS X, en_US.UTF-8", "Windows 11, en-US"})
    void every_machine_knows_the_locale_by_its_own_name(String system, String locale) {
        assertThat(Binaries.locale(system)).isEqualTo(locale);
    }

    @Test
    void the_programs_of_this_machine_are_there_and_nobody_elses() {
        var there = Stream.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64", "windows-x86_64").map(m -> "postgres-" + m + ".txz")
                .filter(name -> Binaries.class.getResource("/" + name) != null).toList();
        assertThat(there).containsExactly(Binaries.archiveName(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
}
