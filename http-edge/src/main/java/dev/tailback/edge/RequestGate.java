package dev.tailback.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One connection's way from bytes to answers. Headers arrive, then a body, each within its time and size; the whole request goes on to the framework; its
 * answer goes back; then the next. Requests that come before their turn (pipelining) wait here, a few of them; more end the connection.
 */
final class RequestGate extends ChannelDuplexHandler {
    private static final int MOST_HEADERS = 100;
    private static final int MOST_WAITING = 8;

    private final EdgeLimits limits;
    private final BodySizes bodySizes;
    private final BodyShare memory;
    private final Deadline deadline = new Deadline();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private ChannelHandlerContext context;
    private Arriving arriving;
    private Turn answering;
    private boolean headersArrive;
    private boolean leaving;

    RequestGate(EdgeLimits limits, BodySizes bodySizes, BodyShare memory) {
        this.limits = limits;
        this.bodySizes = bodySizes;
        this.memory = memory;
    }

    /** What is done when it is a request's turn, and the bytes of its body. */
    private record Turn(Runnable act, int bytes) {}

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        deadline.set(context, limits.headersWithin(), context::close);
    }

    void bytesCame() {
        if (!headersArrive && arriving == null && answering == null && !leaving) {
            headersArrive = true;
            deadline.set(context, limits.headersWithin(), () -> refuse(Refusal.TOO_SLOW, null));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext same, Object message) {
        if (leaving) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest head) {
            begin(head);
        } else if (message instanceof HttpContent piece) {
            take(piece);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext same) {
        context.fireChannelReadComplete();
        if (arriving != null || leaving) {
            // The framework sees nothing of a request that is not whole, so it would not ask for the rest.
            context.read();
        }
    }

    private void begin(HttpRequest head) {
        headersArrive = false;
        if (head.decoderResult().isFailure()) {
            // The framework says in words what is wrong with it.
            queue(new Turn(() -> context.fireChannelRead(head), 0));
        } else if (head.headers().size() > MOST_HEADERS) {
            refuse(Refusal.TOO_MANY_HEADERS, head);
        } else {
            expect(new Arriving(head, bodySizes.of(head.uri())));
        }
    }

    private void expect(Arriving request) {
        HttpRequest head = request.head();
        if (HttpUtil.getContentLength(head, 0L) > Integer.MAX_VALUE
                || request.wouldBeTooLarge((int) HttpUtil.getContentLength(head, 0L))) {
            refuse(Refusal.TOO_LARGE, head);
            return;
        }
        arriving = request;
        if (answering == null) {
            deadline.set(context, limits.bodyWithin(), () -> refuse(Refusal.TOO_SLOW, head));
        }
        if (HttpUtil.is100ContinueExpected(head)) {
            head.headers().remove(HttpHeaderNames.EXPECT);
            context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    private void take(HttpContent piece) {
        try {
            if (arriving != null) {
                take(piece.content(), piece instanceof LastHttpContent);
            }
        } finally {
            piece.release();
        }
    }

    private void take(ByteBuf bytes, boolean last) {
        int size = bytes.readableBytes();
        if (arriving.wouldBeTooLarge(size)) {
            refuse(Refusal.TOO_LARGE, arriving.head());
        } else if (!memory.take(size)) {
            refuse(Refusal.NO_MEMORY, arriving.head());
        } else {
            arriving.add(bytes);
            if (last) {
                whole();
            }
        }
    }

    private void whole() {
        Arriving request = arriving;
        arriving = null;
        queue(new Turn(() -> pass(request), request.size()));
    }

    private void pass(Arriving request) {
        if (request.hasBody()) {
            context.fireChannelRead(request.whole());
        } else {
            context.fireChannelRead(request.head());
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    private void queue(Turn turn) {
        if (answering == null) {
            answer(turn);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(turn);
        } else {
            leave();
            context.close();
        }
    }

    private void answer(Turn turn) {
        answering = turn;
        deadline.set(context, limits.requestWithin(), context::close);
        turn.act().run();
    }

    @Override
    public void write(ChannelHandlerContext same, Object message, ChannelPromise promise) {
        boolean informs = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !informs) {
            context.write(message, promise.unvoid().addListener(written -> answered()));
        } else {
            context.write(message, promise);
        }
    }

    private void answered() {
        if (answering == null || leaving) {
            return;
        }
        memory.giveBack(answering.bytes());
        answering = null;
        if (!waiting.isEmpty()) {
            answer(waiting.remove());
            context.fireChannelReadComplete();
        } else if (arriving != null) {
            HttpRequest head = arriving.head();
            deadline.set(context, limits.bodyWithin(), () -> refuse(Refusal.TOO_SLOW, head));
        } else {
            deadline.set(context, limits.idleWithin(), context::close);
        }
    }

    /** The last answer of this connection; in its turn, if others are under way. */
    private void refuse(Refusal refusal, HttpRequest request) {
        arriving = null;
        headersArrive = false;
        Turn last = new Turn(() -> sayFarewell(refusal, request), 0);
        if (answering == null) {
            last.act().run();
        } else {
            queue(last);
        }
    }

    private void sayFarewell(Refusal refusal, HttpRequest request) {
        leave();
        Farewell.after(context.writeAndFlush(RefusalAnswer.of(refusal, request)), context);
    }

    private void leave() {
        leaving = true;
        arriving = null;
        waiting.clear();
        deadline.cancel();
        memory.giveBackAll();
    }

    @Override
    public void channelInactive(ChannelHandlerContext same) {
        leave();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext same) {
        leave();
    }
}
