package dev.tailback.edge;

import dev.tailback.edge.Turns.Turn;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;

/**
 * One connection's way from bytes to answers. The headers of a request arrive, then its body, each within its time; the
 * whole request goes on to the framework; its answer goes back; then the next request has its turn. A request that is
 * refused, and a time limit that passes, end the connection.
 */
final class Conversation {
    private final ChannelHandlerContext context;
    private final EdgeLimits limits;
    private final Intake intake;
    private final BodyShare memory;
    private final Turns turns = new Turns();
    private final Deadline deadline = new Deadline();
    private boolean headersArrive;
    private boolean over;

    Conversation(ChannelHandlerContext context, EdgeLimits limits, Intake intake, BodyShare memory) {
        this.context = context;
        this.limits = limits;
        this.intake = intake;
        this.memory = memory;
    }

    void start() {
        deadline.set(context, limits.headersWithin(), context::close);
    }

    /** True after the last answer: what still arrives is dropped. */
    boolean isOver() {
        return over;
    }

    /** True if bytes must be read for which the framework does not ask. */
    boolean needsMore() {
        return intake.head().isPresent() || over;
    }

    void bytesCame() {
        if (!headersArrive && intake.head().isEmpty() && turns.isFree() && !over) {
            headersArrive = true;
            deadline.set(context, limits.headersWithin(), () -> refuse(Refusal.TOO_SLOW, Optional.empty()));
        }
    }

    void begin(HttpRequest head) {
        headersArrive = false;
        if (head.decoderResult().isFailure()) {
            // The framework says in words what is wrong with it.
            queue(new Turn(() -> context.fireChannelRead(head), 0));
        } else {
            intake.begin(head).ifPresentOrElse(refusal -> refuse(refusal, Optional.of(head)), () -> expectBody(head));
        }
    }

    private void expectBody(HttpRequest head) {
        if (turns.isFree()) {
            limitBody(head);
        }
        if (HttpUtil.is100ContinueExpected(head)) {
            head.headers().remove(HttpHeaderNames.EXPECT);
            context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    private void limitBody(HttpRequest head) {
        deadline.set(context, limits.bodyWithin(), () -> refuse(Refusal.TOO_SLOW, Optional.of(head)));
    }

    void take(HttpContent piece) {
        Optional<Refusal> refusal = intake.take(piece.content());
        if (refusal.isPresent()) {
            refuse(refusal.get(), intake.head());
        } else if (piece instanceof LastHttpContent) {
            intake.whole().ifPresent(whole -> queue(new Turn(() -> whole.passOn(context), whole.size())));
        }
    }

    private void queue(Turn turn) {
        if (turns.isFree()) {
            answer(turn);
        } else if (!turns.await(turn)) {
            end();
            context.close();
        }
    }

    private void answer(Turn turn) {
        turns.begin(turn);
        deadline.set(context, limits.requestWithin(), context::close);
        turn.act().run();
    }

    /** The last byte of an answer is written. */
    void answered() {
        if (turns.isFree() || over) {
            return;
        }
        memory.giveBack(turns.end());
        turns.next().ifPresentOrElse(this::answerNext, this::awaitRequest);
    }

    private void answerNext(Turn turn) {
        answer(turn);
        context.fireChannelReadComplete();
    }

    private void awaitRequest() {
        intake.head()
                .ifPresentOrElse(this::limitBody, () -> deadline.set(context, limits.idleWithin(), context::close));
    }

    /**
     * The last answer of this connection; in its turn, if others are under way.
     *
     * @param request empty if its headers never arrived
     */
    private void refuse(Refusal refusal, Optional<HttpRequest> request) {
        intake.drop();
        headersArrive = false;
        Turn last = new Turn(() -> sayFarewell(refusal, request), 0);
        if (turns.isFree()) {
            last.act().run();
        } else {
            queue(last);
        }
    }

    private void sayFarewell(Refusal refusal, Optional<HttpRequest> request) {
        end();
        Farewell.after(context.writeAndFlush(RefusalAnswer.of(refusal, request)), context);
    }

    /** No request is taken any more, and all memory is given back. */
    void end() {
        over = true;
        intake.drop();
        turns.clear();
        deadline.cancel();
        memory.giveBackAll();
    }
}
