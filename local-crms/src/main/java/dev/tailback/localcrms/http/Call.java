package dev.tailback.localcrms.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as it came.
 *
 * @param segments the decoded parts of the path
 * @param params of the query; a name may come several times
 * @param headers by lower case name
 */
public record Call(
        String method,
        String path,
        List<String> segments,
        Map<String, List<String>> params,
        Map<String, String> headers,
        byte[] body) {

    static Call of(String method, URI address, Map<String, String> headers, byte[] body) {
        String path = Optional.ofNullable(address.getRawPath()).orElse("/");
        return new Call(method, path, segments(path), form(address.getRawQuery()), headers, body);
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

    private static Map<String, List<String>> form(@Nullable String text) {
        Map<String, List<String>> values = new HashMap<>();
        for (String pair : Optional.ofNullable(text).orElse("").split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public Optional<String> param(String name) {
        return params.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** All values of a parameter, whether it came several times or with commas. */
    public List<String> list(String name) {
        return params.getOrDefault(name, List.of()).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body of a form; the first value of each name. */
    public Map<String, String> form() {
        Map<String, String> fields = new HashMap<>();
        form(new String(body, StandardCharsets.UTF_8)).forEach((name, values) -> fields.put(name, values.get(0)));
        return fields;
    }

    public String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
