package dev.tailback.edge;

import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Stands before the framework on every connection: counts connections, limits the time of headers and bodies and the
 * memory for bodies, and hands a request on only when it is whole. So nothing behind it ever waits for a client.
 *
 * <p>Register it with the framework's {@link NettyServerCustomizer.Registry}. It is for HTTP/1.1; the programs offer
 * nothing else.
 */
public final class Edge implements NettyServerCustomizer {
    private static final int LEAST_READ = 512;
    private static final int FIRST_READ = 2_048;
    /** Netty's own is 64 KB, which half a header can hold on every connection. */
    private static final int MOST_READ = 16_384;
    /** Connections beyond the limit that are told so; further ones are only closed. */
    private static final int MOST_FAREWELLS = 256;

    private final EdgeLimits limits;
    private final BodySizes bodySizes;
    private final Predicate<InetAddress> proxies;
    private final Shares connections;
    private final Shares bodyMemory;
    private final Shares farewells = new Shares(MOST_FAREWELLS, MOST_FAREWELLS / 4);
    private final TurnedAway turnedAway;

    /**
     * @param proxies whose connections stand for many people, so that they are held to the total only
     */
    public Edge(EdgeLimits limits, BodySizes bodySizes, Predicate<InetAddress> proxies) {
        this.limits = limits;
        this.bodySizes = bodySizes;
        this.proxies = proxies;
        this.connections = new Shares(limits.connections(), limits.connectionsPerAddress());
        this.bodyMemory = new Shares(limits.bodyMemory(), limits.bodyMemoryPerAddress());
        this.turnedAway = new TurnedAway(System::nanoTime);
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        if (role != ChannelRole.CONNECTION) {
            return this;
        }
        channel.config().setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(LEAST_READ, FIRST_READ, MOST_READ));
        Visitor visitor = Visitor.of(channel.remoteAddress(), proxies);
        if (!connections.take(visitor.source(), 1, visitor.proxy())) {
            return turnAway(channel, visitor.source());
        }
        channel.closeFuture().addListener(closed -> connections.giveBack(visitor.source(), 1));
        return new Admitted(channel, new RequestGate(limits, bodySizes, new BodyShare(bodyMemory, visitor)));
    }

    private NettyServerCustomizer turnAway(Channel channel, Source source) {
        turnedAway.one(source);
        boolean told = farewells.take(source, 1, false);
        if (told) {
            channel.closeFuture().addListener(closed -> farewells.giveBack(source, 1));
        }
        return new NoRoom(channel, told);
    }
}
