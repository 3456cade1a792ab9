package dev.tailback.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Tells the gate that bytes have come, before they make a request. */
final class FirstBytes extends ChannelInboundHandlerAdapter {
    private final RequestGate gate;

    FirstBytes(RequestGate gate) {
        this.gate = gate;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        gate.bytesCame();
        context.fireChannelRead(bytes);
    }
}
