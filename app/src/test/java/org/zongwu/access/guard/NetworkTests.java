package org.zongwu.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTests {
    @Test
    void an_ipv4_address_is_a_network_of_its_own() {
        assertThat(Network.of("10.1.2.3")).isEqualTo("10.1.2.3").isNotEqualTo(Network.of("10.1.2.4"));
    }

    @Test
    void an_ipv4_address_in_ipv6_clothes_is_the_same_network() {
        assertThat(Network.of("::ffff:10.1.2.3")).isEqualTo(Network.of("10.1.2.3"));
    }

    @Test
    void a_house_with_ipv6_is_one_network() {
        assertThat(Network.of("2001:db8:1:2:aaaa::1")).isEqualTo(Network.of("2001:db8:1:2:bbbb:cccc::9"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void a_name_is_never_looked_up() {
        assertThat(Network.of("localhost")).isEqualTo("unknown");
        assertThat(Network.of("")).isEqualTo("unknown");
    }
}
