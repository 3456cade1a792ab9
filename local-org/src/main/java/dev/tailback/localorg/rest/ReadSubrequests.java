package dev.tailback.localorg.rest;

import dev.tailback.localorg.wire.ReadJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the calls inside a composite request or a graph, and refuses what none of them may hold. */
final class ReadSubrequests {
    private static final Pattern REFERENCE_ID = Pattern.compile("\\w+");
    private static final Set<String> OUTER_ONLY = Set.of("accept", "authorization", "content-type");

    private ReadSubrequests() {}

    /** The calls of a {@code compositeRequest}; each has a reference id of its own. */
    static List<Subrequest> read(Map<String, Object> body) {
        List<Subrequest> calls = new ArrayList<>();
        for (Map<String, Object> one : ReadJson.objects(body.get("compositeRequest"), "compositeRequest")) {
            calls.add(new Subrequest(
                    text(one, "method").toUpperCase(Locale.ROOT),
                    text(one, "url"),
                    one.get("body"),
                    headers(one.get("httpHeaders")),
                    text(one, "referenceId")));
        }
        requireNames(calls);
        return calls;
    }

    static String text(Map<String, Object> from, String name) {
        if (from.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw refused("Every subrequest needs a " + name + ".");
    }

    private static void requireNames(List<Subrequest> calls) {
        Set<String> known = new HashSet<>();
        for (Subrequest call : calls) {
            String name = call.referenceId();
            if (!REFERENCE_ID.matcher(name).matches()) {
                throw refused("Provided referenceId ('" + name
                        + "') must start with a letter or a number, and it can contain only letters, numbers and"
                        + " underscores ('_').");
            }
            if (!known.add(name)) {
                throw refused("Duplicate referenceId '" + name + "' found in the request.");
            }
        }
    }

    private static Map<String, String> headers(@Nullable Object given) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> headers.put(name.toString().toLowerCase(Locale.ROOT), String.valueOf(value)));
        }
        if (headers.keySet().stream().anyMatch(OUTER_ONLY::contains)) {
            throw refused("Accept, Authorization and Content-Type belong to the whole request, not to a subrequest.");
        }
        return headers;
    }

    private static ApiException refused(String message) {
        return new ApiException(400, "INVALID_INPUT", message);
    }
}
