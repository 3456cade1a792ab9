package dev.tailback.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * A request whose body is on its way. What has come is copied together on the heap: a body in a thousand pieces would
 * otherwise hold a thousand buffers that are mostly empty.
 */
final class Arriving {
    private static final int FIRST_SIZE = 256;

    private final HttpRequest head;
    private final int most;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;

    Arriving(HttpRequest head, int most) {
        this.head = head;
        this.most = most;
    }

    HttpRequest head() {
        return head;
    }

    boolean wouldBeTooLarge(int more) {
        return body.readableBytes() + (long) more > most;
    }

    void add(ByteBuf piece) {
        if (body == Unpooled.EMPTY_BUFFER && piece.isReadable()) {
            body = Unpooled.buffer(Math.max(FIRST_SIZE, piece.readableBytes()), most);
        }
        body.writeBytes(piece);
    }

    int size() {
        return body.readableBytes();
    }

    private boolean hasBody() {
        return body.isReadable();
    }

    /** Gives the request to the framework. */
    void passOn(ChannelHandlerContext context) {
        if (hasBody()) {
            context.fireChannelRead(whole());
        } else {
            context.fireChannelRead(head);
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    private HttpRequest whole() {
        return new DefaultFullHttpRequest(
                head.protocolVersion(), head.method(), head.uri(), body, head.headers(), EmptyHttpHeaders.INSTANCE);
    }
}
