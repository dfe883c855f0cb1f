package vn.sothon.server.app;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/**
 * The host a server listens on, as others call it: {@code 0.0.0.0} is no address to send a phone to.
 *
 * @param fromHere for commands on this machine
 * @param fromOutside for phones in the same network
 */
record ListeningHost(String fromHere, String fromOutside) {
    private static final String EVERYWHERE = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";

    static ListeningHost of(String host) {
        if (!host.equals(EVERYWHERE) && !host.equals("::")) {
            String name = host.contains(":") ? "[" + host + "]" : host;
            return new ListeningHost(name, name);
        }
        List<String> addresses = ofThisMachine();
        return new ListeningHost(LOOPBACK, addresses.isEmpty() ? LOOPBACK : addresses.get(0));
    }

    /** IPv4 addresses by which this machine can be reached in its network. */
    static List<String> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .sorted()
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }
}
