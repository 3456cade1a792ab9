package dev.tailback.edge;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;

/** Puts the gate around the HTTP codec of a connection that was let in. */
final class Admitted implements NettyServerCustomizer {
    private static final String CODEC = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;

    private final Channel channel;
    private final RequestGate gate;

    Admitted(Channel channel, RequestGate gate) {
        this.channel = channel;
        this.gate = gate;
    }

    @Override
    public void onStreamPipelineBuilt() {
        channel.pipeline().addBefore(CODEC, "edge-first-bytes", new FirstBytes(gate));
        channel.pipeline().addAfter(CODEC, "edge-gate", gate);
    }
}
