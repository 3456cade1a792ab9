package dev.tailback.verification.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * What can be wrong with a request beside the values in it: headers, content types, encodings, sizes, methods, and HTTP
 * itself.
 */
final class Mutation {
    private static final int BEYOND_EVERY_LIMIT = 1_300_000;
    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "application/problem+json",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded; charset=utf-7",
            "application/octet-stream",
            "a/b/c",
            ";",
            "*/*",
            "x".repeat(3_000));
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Authorization",
            "Cookie",
            "Origin",
            "Referer",
            "Sec-Fetch-Site",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Idempotency-Key",
            "Range",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "Forwarded",
            "X-HTTP-Method-Override",
            "X-CSRF-TOKEN",
            "HX-Request",
            "Expect",
            "Upgrade",
            "Date",
            "traceparent");
    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "BREW",
            "get",
            "PROPFIND",
            "G\u00c4T");

    private Mutation() {}

    /** @return the request, changed in one way */
    static RawRequest of(RawRequest request, Random random) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> request.without("Content-Type").with("Content-Type: " + any(TYPES, random));
            case 2, 3, 4 -> withHeader(request, random);
            case 5 -> request.withMethod(any(METHODS, random));
            case 6 -> request.withBody(broken(request.body(), random));
            case 7 -> request.without("Authorization").with(credentials(random));
            case 8 -> request.without("Cookie").with("Cookie: " + cookies(random));
            case 9 ->
                request.with("Content-Encoding: " + any(List.of("gzip", "deflate", "br", "x", "gzip, gzip"), random))
                        .withBody(gzip(request.body()));
            case 10 -> request.withTarget(target(request.target(), random));
            case 11 -> random.nextInt(20) == 0 ? huge(request, random) : manyHeaders(request, random);
            case 12 -> wild(request, random);
            case 13 ->
                request.withBody(Hostile.noise(random, random.nextInt(2_000)).getBytes(StandardCharsets.ISO_8859_1));
            case 14 -> request.without("Authorization").without("Cookie");
            default -> request;
        };
    }

    private static RawRequest withHeader(RawRequest request, Random random) {
        String name = any(HEADERS, random);
        String value = name.equals("Expect") ? "100-continue" : Hostile.header(random);
        return request.without(name).with(name + ": " + value);
    }

    private static byte[] broken(byte[] body, Random random) {
        if (body.length == 0) {
            return "{".getBytes(StandardCharsets.US_ASCII);
        }
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length));
            case 1 -> joined(body, "}garbage".getBytes(StandardCharsets.US_ASCII));
            case 2 -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, body);
            case 3 -> new String(body, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_16);
            default -> {
                byte[] flipped = body.clone();
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                yield flipped;
            }
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String credentials(Random random) {
        return "Authorization: "
                + switch (random.nextInt(6)) {
                    case 0 -> "Basic " + Hostile.header(random);
                    case 1 -> Callers.basic(Hostile.text(random), Secrets.MARK).substring("Authorization: ".length());
                    case 2 -> "Bearer " + Hostile.header(random);
                    case 3 -> "Bearer a." + Secrets.MARK + ".c";
                    case 4 -> "Bearer " + "x".repeat(random.nextInt(7_000));
                    default -> Hostile.header(random);
                };
    }

    private static String cookies(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "tailback_session=" + Hostile.header(random);
            case 1 -> "tailback_session=a." + Secrets.MARK + ".c; tailback_visit=" + Hostile.header(random);
            case 2 -> "a=b; ".repeat(random.nextInt(500)) + "c";
            default -> Hostile.header(random);
        };
    }

    private static String target(String target, Random random) {
        return switch (random.nextInt(9)) {
            case 0 ->
                target + (target.contains("?") ? "&" : "?") + Hostile.encoded(random) + "=" + Hostile.encoded(random);
            case 1 -> target + "/" + Hostile.encoded(random);
            case 2 -> "/" + Hostile.encoded(random) + target;
            case 3 -> "/." + target + "/..;/x";
            case 4 -> "//elsewhere.example" + target;
            case 5 -> "http://elsewhere.example" + target;
            case 6 -> target + "?" + "a=b&".repeat(random.nextInt(800));
            case 7 -> "/assets/" + Hostile.encoded(random);
            default -> target.replaceFirst("/", "/%2e%2e/");
        };
    }

    private static RawRequest huge(RawRequest request, Random random) {
        int length = random.nextBoolean() ? BEYOND_EVERY_LIMIT : random.nextInt(BEYOND_EVERY_LIMIT);
        String start = request.header("Content-Type")
                        .filter(type -> type.contains("json"))
                        .isPresent()
                ? "{\"title\":\""
                : "x=";
        return request.withBody((start + "h".repeat(length)).getBytes(StandardCharsets.US_ASCII));
    }

    private static RawRequest manyHeaders(RawRequest request, Random random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(150);
        for (int number = 0; number < count; number++) {
            lines.add("X-Attack-" + number + ": " + "v".repeat(random.nextInt(120)));
        }
        return request.with(lines.toArray(String[]::new));
    }

    /** No longer HTTP as it should be. The connection ends with it: the end of such a request cannot be found. */
    private static RawRequest wild(RawRequest request, Random random) {
        List<String> lines = new ArrayList<>(request.headers());
        lines.add("Connection: close");
        int length = request.body().length;
        switch (random.nextInt(9)) {
            case 0 -> lines.add("Host: a\r\nHost: b\r\nContent-Length: " + length);
            case 1 -> lines.addAll(List.of("Host: a", "Content-Length: " + length, "Content-Length: " + (length + 1)));
            case 2 -> lines.addAll(List.of("Host: a", "Content-Length: " + length, "Transfer-Encoding: chunked"));
            case 3 -> lines.addAll(List.of("Host: a", "Content-Length: -1"));
            case 4 -> lines.addAll(List.of("Host: a", "Content-Length: 99999999999999999999"));
            case 5 -> lines.addAll(List.of("Host: a", "Transfer-Encoding: gzip, x"));
            case 6 -> lines.addAll(List.of("Host: a", "Content-Length: " + length, "No colon here"));
            case 7 -> lines.addAll(List.of("Host: a", "Content-Length: " + length, "X: " + "y".repeat(20_000)));
            default ->
                lines.addAll(List.of("Host: " + Hostile.header(random), "Content-Length: " + length, "X\u0000Y: z"));
        }
        return request.justThese(lines);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return packed.toByteArray();
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
