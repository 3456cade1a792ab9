package dev.tailback.app.testing;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Writes a request byte by byte, so that it can be as broken as no HTTP client would make it. One connection each. */
public final class Wire {

    private final URI address;
    private final List<String> headers = new ArrayList<>();
    private final String method;
    private final String target;
    private byte[] body = new byte[0];

    private Wire(URI address, String method, String target) {
        this.address = address;
        this.method = method;
        this.target = target;
    }

    /** @param target path and query as they shall stand in the request line; one character is one byte */
    public static Wire to(EmbeddedServer server, String method, String target) {
        return new Wire(server.getURI(), method, target);
    }

    public Wire as(String account) {
        return basic((account + ":tailback").getBytes(StandardCharsets.UTF_8));
    }

    public Wire basic(byte[] pair) {
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** @param value one character is one byte */
    public Wire header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    public Wire json(String text) {
        return header("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
    }

    public Wire form(String text) {
        return header("Content-Type", "application/x-www-form-urlencoded")
                .body(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire body(byte[] bytes) {
        body = bytes;
        return this;
    }

    public Answer send() {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request());
            socket.getOutputStream().flush();
            return new Answer(new String(read(socket), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /** A server that refuses early may reset the connection after its answer. */
    private static byte[] read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            if (answer.size() == 0) {
                throw reset;
            }
        }
        return answer.toByteArray();
    }

    private byte[] request() throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + address.getAuthority());
        headers.forEach(header -> head.append("\r\n").append(header));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("\r\nContent-Length: ").append(body.length);
        }
        head.append("\r\nConnection: close\r\n\r\n");
        request.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        return request.toByteArray();
    }

    @Override
    public String toString() {
        return method + " " + target + " " + headers + " " + new String(body, StandardCharsets.ISO_8859_1);
    }

    /** What came back, headers and body as they were. */
    public record Answer(String text) {

        public int status() {
            return text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        public String head() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? text : text.substring(0, end);
        }

        public String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }

        public Optional<String> header(String name) {
            return head().lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }
}
