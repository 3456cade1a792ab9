package dev.tailback.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.Optional;

/**
 * Why the boundary called a request undecodable: it left the problem with the request, and the framework does not hand
 * it on.
 */
final class UndecodableRequest {

    private UndecodableRequest() {}

    static Optional<Problem> in(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                        && netty.getNativeRequest().decoderResult().cause() instanceof Problem reason
                ? Optional.of(reason)
                : Optional.empty();
    }
}
