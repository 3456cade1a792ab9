package dev.tailback.verification.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as it goes over the wire, byte by byte, so that it may be one that no client library would send.
 *
 * @param target path and query, one char for each byte
 * @param headers whole lines, one char for each byte; Host and the body's length are added unless {@code bare}
 * @param bare nothing is added: the headers are all there is
 */
record RawRequest(String method, String target, List<String> headers, byte[] body, boolean bare) {
    private static final String END = "\r\n";

    static RawRequest of(String method, String target) {
        return new RawRequest(method, target, List.of(), new byte[0], false);
    }

    RawRequest with(String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new RawRequest(method, target, List.copyOf(all), body, bare);
    }

    RawRequest withTarget(String other) {
        return new RawRequest(method, other, headers, body, bare);
    }

    RawRequest withMethod(String other) {
        return new RawRequest(other, target, headers, body, bare);
    }

    RawRequest withBody(byte[] other) {
        return new RawRequest(method, target, headers, other, bare);
    }

    RawRequest json(String text) {
        return with("Content-Type: application/json").withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    RawRequest form(String fields) {
        return with("Content-Type: application/x-www-form-urlencoded")
                .withBody(fields.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawRequest justThese(List<String> lines) {
        return new RawRequest(method, target, lines, body, true);
    }

    RawRequest without(String header) {
        return new RawRequest(
                method,
                target,
                headers.stream().filter(line -> !isNamed(line, header)).toList(),
                body,
                bare);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> isNamed(line, name))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1")
                .append(END);
        if (!bare) {
            head.append("Host: 127.0.0.1").append(END);
            if (body.length > 0 || !isSafe()) {
                head.append("Content-Length: ").append(body.length).append(END);
            }
        }
        headers.forEach(line -> head.append(line).append(END));
        head.append(END);
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + body.length);
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static boolean isNamed(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    /** A text as the chars that stand for its UTF-8 bytes. */
    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
