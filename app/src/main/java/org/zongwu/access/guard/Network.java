package org.zongwu.access.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that a request comes from: an IPv4 address, or the first half of an IPv6 address, which one house gets whole. */
final class Network {
    private Network() {}

    /** @param address as the server saw it, a literal address and never a name */
    static String of(String address) {
        if (!address.matches("[0-9a-fA-F:.]+(%.*)?")) return "unknown";
        try {
            var ip = InetAddress.getByName(address); // a literal: nothing is looked up; ::ffff:1.2.3.4 becomes IPv4
            if (!(ip instanceof Inet6Address)) return ip.getHostAddress();
            return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(ip.getAddress(), 8)) + "/64";
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
