package dev.tailback.localorg.http;

import com.sun.net.httpserver.HttpExchange;
import dev.tailback.localorg.rest.Reply;
import dev.tailback.localorg.rest.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Puts an answer on the wire: compact JSON unless asked otherwise, zipped when the caller can unzip. */
final class WriteReply {
    private static final int WORTH_ZIPPING = 512;

    void write(HttpExchange exchange, Request request, Reply reply) throws IOException {
        byte[] body =
                reply.body().bytes(request.header("X-PrettyPrint").orElse("").equals("1"));
        reply.body()
                .contentType()
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean zip = body.length > WORTH_ZIPPING
                && request.header("Accept-Encoding").orElse("").contains("gzip");
        if (zip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        send(exchange, reply.status(), zip ? zipped(body) : body);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        boolean mayHaveBody = status != 204 && status != 304;
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty && mayHaveBody) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().close();
        }
    }

    private static byte[] zipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }
}
