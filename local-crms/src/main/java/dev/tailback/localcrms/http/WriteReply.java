package dev.tailback.localcrms.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Puts an answer on the wire, zipped when the caller can unzip. */
final class WriteReply {
    private static final int WORTH_ZIPPING = 2048;

    private WriteReply() {}

    static void write(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        boolean zip = reply.body().length > WORTH_ZIPPING && accepted.contains("gzip");
        if (zip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        send(exchange, reply.status(), zip ? zipped(reply.body()) : reply.body());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty || status == 204 ? -1 : body.length);
        if (!empty && status != 204) {
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
