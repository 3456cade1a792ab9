package dev.tailback.edge;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Optional;

/** Gathers one request of a connection, first its headers, then its body, and refuses what is too large. */
final class Intake {
    private static final int MOST_HEADERS = 100;

    private final BodySizes bodySizes;
    private final BodyShare memory;
    private Optional<Arriving> arriving = Optional.empty();

    Intake(BodySizes bodySizes, BodyShare memory) {
        this.bodySizes = bodySizes;
        this.memory = memory;
    }

    /** Takes the headers of a request; the answer is why it is refused, empty if its body may come. */
    Optional<Refusal> begin(HttpRequest head) {
        if (head.headers().size() > MOST_HEADERS) {
            return Optional.of(Refusal.TOO_MANY_HEADERS);
        }
        Arriving request = new Arriving(head, bodySizes.of(head.uri()));
        long announced = HttpUtil.getContentLength(head, 0L);
        if (announced > Integer.MAX_VALUE || request.wouldBeTooLarge((int) announced)) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        arriving = Optional.of(request);
        return Optional.empty();
    }

    /** Takes a piece of the body; the answer is why the request is refused, empty if it goes on. */
    Optional<Refusal> take(ByteBuf piece) {
        return arriving.flatMap(request -> add(piece, request));
    }

    private Optional<Refusal> add(ByteBuf piece, Arriving request) {
        int size = piece.readableBytes();
        if (request.wouldBeTooLarge(size)) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        if (!memory.take(size)) {
            return Optional.of(Refusal.NO_MEMORY);
        }
        request.add(piece);
        return Optional.empty();
    }

    /** The headers of the request whose body is on its way; empty between two requests. */
    Optional<HttpRequest> head() {
        return arriving.map(Arriving::head);
    }

    /** The request, after the last piece of its body; the next may begin. */
    Optional<Arriving> whole() {
        Optional<Arriving> whole = arriving;
        arriving = Optional.empty();
        return whole;
    }

    void drop() {
        arriving = Optional.empty();
    }
}
