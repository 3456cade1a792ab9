package dev.tailback.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Stands between a connection's bytes and the framework, and tells the conversation what comes and what goes. */
final class RequestGate extends ChannelDuplexHandler {
    private final EdgeLimits limits;
    private final BodySizes bodySizes;
    private final BodyShare memory;
    private Conversation conversation;

    RequestGate(EdgeLimits limits, BodySizes bodySizes, BodyShare memory) {
        this.limits = limits;
        this.bodySizes = bodySizes;
        this.memory = memory;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        conversation = new Conversation(context, limits, new Intake(bodySizes, memory), memory);
        conversation.start();
    }

    void bytesCame() {
        conversation.bytesCame();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (conversation.isOver()) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest head) {
            conversation.begin(head);
        } else if (message instanceof HttpContent piece) {
            take(piece);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void take(HttpContent piece) {
        try {
            conversation.take(piece);
        } finally {
            piece.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (conversation.needsMore()) {
            // The framework sees nothing of a request that is not whole, so it would not ask for the rest.
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean informs = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !informs) {
            context.write(message, promise.unvoid().addListener(written -> conversation.answered()));
        } else {
            context.write(message, promise);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        conversation.end();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        conversation.end();
    }
}
