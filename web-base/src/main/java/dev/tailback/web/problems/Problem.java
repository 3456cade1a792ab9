package dev.tailback.web.problems;

import io.micronaut.http.HttpStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong, for the person or program that asked: leaves as RFC 9457 {@code application/problem+json}.
 *
 * <p>The code is stable and listed in {@code docs/errors.md}. The detail says what happened, to what, and what to do
 * next; it reaches the caller as it stands, so it never holds an exception's text, a token or a record's body.
 */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private transient Optional<Wording> wording = Optional.empty();

    /**
     * @param status a 4xx or 5xx status
     * @param code lower case words joined by underscores, such as {@code not_enough_units}
     * @param detail one or two whole sentences
     */
    public Problem(HttpStatus status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /**
     * Adds a member beside the standard ones; the value is a string, number, boolean, list, map or serdeable record.
     */
    public Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds a response header, such as {@code Retry-After}. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * What pages say in place of the sentence that belongs to the code.
     *
     * @param key of a text
     * @param values that stand in it
     */
    public Problem says(String key, Object... values) {
        wording = Optional.of(new Wording(key, List.of(values)));
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** The extra members in the order they were added. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    Optional<Wording> wording() {
        return wording;
    }

    /** The extra headers in the order they were added. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** A text of the pages by its key, and the values in it. */
    record Wording(String key, List<Object> values) {}
}
