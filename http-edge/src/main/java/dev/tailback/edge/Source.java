package dev.tailback.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where connections come from, for counting: an IPv4 address, or the first 64 bits of an IPv6 address, because the
 * owner of one such address has all addresses of that network.
 */
record Source(String name) {
    private static final int NETWORK_BYTES = 8;

    static Source of(SocketAddress address) {
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? of(internet.getAddress())
                : new Source("local");
    }

    static Source of(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
            return new Source(HexFormat.of().formatHex(network) + "/64");
        }
        return new Source(address.getHostAddress());
    }
}
