package dev.tailback.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Predicate;

/** Who is at the other end of a connection, and whether it is a proxy of ours that brings many people. */
record Visitor(Source source, boolean proxy) {

    static Visitor of(SocketAddress address, Predicate<InetAddress> proxies) {
        boolean proxy = address instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && proxies.test(internet.getAddress());
        return new Visitor(Source.of(address), proxy);
    }
}
