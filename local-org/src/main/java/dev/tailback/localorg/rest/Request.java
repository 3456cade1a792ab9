package dev.tailback.localorg.rest;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call, however it came: over HTTP or inside another call.
 *
 * @param segments the decoded parts of the path
 * @param addressBytes length of path and query as they were sent
 * @param headers by lower case name
 */
public record Request(
        String method,
        String path,
        List<String> segments,
        int addressBytes,
        Map<String, String> params,
        Map<String, String> headers,
        byte[] body) {

    /** The method that {@code _HttpMethod} names stands for a POST that carries it. */
    public static Request of(String method, URI uri, Map<String, String> headers, byte[] body) {
        Map<String, String> params = form(uri.getRawQuery());
        String meant = method.equals("POST")
                ? params.getOrDefault("_HttpMethod", method).toUpperCase(Locale.ROOT)
                : method;
        return new Request(
                meant,
                uri.getRawPath(),
                segments(uri.getRawPath()),
                uri.toString().length(),
                params,
                headers,
                body);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return segments;
    }

    /** Names and values of a query string or a form. */
    public static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        if (text != null) {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(
                            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }

    public Map<String, String> formBody() {
        return form(new String(body, StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name));
    }

    public boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The same call with the first parts of its path left out. */
    Request below(int parts) {
        return at(segments.subList(parts, segments.size()));
    }

    Request at(List<String> other) {
        return new Request(method, path, other, addressBytes, params, headers, body);
    }
}
