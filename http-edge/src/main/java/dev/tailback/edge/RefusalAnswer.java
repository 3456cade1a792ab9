package dev.tailback.edge;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes a refusal: a page for a person at a browser, JSON for programs. */
final class RefusalAnswer {
    private RefusalAnswer() {}

    /** @param request empty if its headers never arrived */
    static FullHttpResponse of(Refusal refusal, Optional<HttpRequest> request) {
        boolean page = request.filter(RefusalAnswer::wantsPage).isPresent();
        byte[] body = (page
                        ? refusal.page()
                        : refusal.json(request.map(HttpRequest::uri).orElse("")))
                .getBytes(StandardCharsets.UTF_8);
        boolean withoutBody =
                request.filter(asked -> HttpMethod.HEAD.equals(asked.method())).isPresent();
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                refusal.status(),
                withoutBody ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, page ? "text/html;charset=utf-8" : "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'")
                .set("X-Content-Type-Options", "nosniff");
        if (refusal.passes()) {
            answer.headers().set(HttpHeaderNames.RETRY_AFTER, 5);
        }
        return answer;
    }

    private static boolean wantsPage(HttpRequest request) {
        return !request.uri().startsWith("/api/")
                && request.headers().get(HttpHeaderNames.ACCEPT, "").contains("text/html");
    }
}
