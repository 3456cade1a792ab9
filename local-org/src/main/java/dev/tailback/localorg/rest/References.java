package dev.tailback.localorg.rest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code @{order.records[0].Id}} stands for: a value in the answer to a call before. Names keep their case. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("@\\{(\\w+)((?:\\.\\w+|\\[\\d+])*)}");
    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[(\\d+)]");

    private final Map<String, Object> answers;

    /**
     * @param answers bodies of successful calls, by reference id
     */
    References(Map<String, Object> answers) {
        this.answers = answers;
    }

    /** The call with values in place of references. */
    Subrequest resolved(Subrequest call) {
        return new Subrequest(call.method(), text(call.url()), value(call.body()), call.headers(), call.referenceId());
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> resolved = new LinkedHashMap<>();
            map.forEach((name, inner) -> resolved.put(name, value(inner)));
            return resolved;
        }
        return value;
    }

    private String text(String written) {
        return REFERENCE
                .matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(one(found.group(1), found.group(2))));
    }

    private String one(String name, String path) {
        Object at = answers.get(name);
        Matcher step = STEP.matcher(path);
        while (at != null && step.find()) {
            at = step.group(1) != null ? member(at, step.group(1)) : element(at, Integer.parseInt(step.group(2)));
        }
        if (at == null || at instanceof Map || at instanceof List) {
            throw new ApiException(
                    400,
                    "PROCESSING_HALTED",
                    "Invalid reference specified. No value for " + name + path + " found in " + name + ".");
        }
        return at instanceof BigDecimal number ? number.toPlainString() : at.toString();
    }

    private static @Nullable Object member(Object at, String name) {
        return at instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static @Nullable Object element(Object at, int index) {
        return at instanceof List<?> list && index < list.size() ? list.get(index) : null;
    }

    /** The reference ids a call needs answers of. */
    static Set<String> in(Subrequest call) {
        Set<String> names = new LinkedHashSet<>();
        collect(call.url(), names);
        collect(call.body(), names);
        return names;
    }

    private static void collect(@Nullable Object value, Set<String> names) {
        if (value instanceof String text) {
            REFERENCE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, names));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> collect(item, names));
        }
    }
}
