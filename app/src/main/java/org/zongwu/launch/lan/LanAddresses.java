package org.zongwu.launch.lan;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Under which addresses and names others in the building reach this machine. */
record LanAddresses(List<String> addresses, List<String> names) {
    static LanAddresses now() {
        try {
            var addresses = NetworkInterface.networkInterfaces().filter(LanAddresses::isUp).flatMap(NetworkInterface::inetAddresses)
                    .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress).distinct().sorted().toList();
            return new LanAddresses(addresses, hostNames());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    private static List<String> hostNames() {
        var names = new ArrayList<>(List.of("localhost"));
        try {
            var name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            var first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
            if (first.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?") && !first.equals("localhost")) names.addAll(List.of(first, first + ".local"));
        } catch (UnknownHostException e) {
            // the addresses are enough
        }
        return names;
    }
}
