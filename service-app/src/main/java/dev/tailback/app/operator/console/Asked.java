package dev.tailback.app.operator.console;

import dev.tailback.app.entries.SearchParameter;
import dev.tailback.app.entries.Selection;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Period;
import dev.tailback.web.input.TextRule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a list of the console is narrowed to, as it stands in the address and in the fields of the page. It is kept as
 * typed.
 */
public record Asked(
        String state,
        String code,
        String contractId,
        String text,
        String since,
        String until,
        String who,
        String what) {

    private static final TextRule ANY = TextRule.line(200);

    /** Nothing. */
    static final Asked NOTHING = of(name -> "");

    static Asked of(Form form) {
        return of(name -> form.text(name, ANY));
    }

    private static Asked of(UnaryOperator<String> value) {
        return new Asked(
                value.apply("state").strip(),
                value.apply("code").strip(),
                value.apply("contractId").strip(),
                value.apply("text").strip(),
                value.apply("since").strip(),
                value.apply("until").strip(),
                value.apply("who").strip(),
                value.apply("what").strip());
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} when a time cannot be read */
    Selection selection(Clock clock) {
        return SearchParameter.selection(code, contractId, text, period(clock));
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} when a time cannot be read */
    Period period(Clock clock) {
        return Period.of(since, until, clock);
    }

    public boolean isNarrowed() {
        return !with("").equals(NOTHING);
    }

    /** The same with another state. */
    public Asked with(String other) {
        return new Asked(other, code, contractId, text, since, until, who, what);
    }

    /** The same with this code, among the rejected. */
    public Asked withCode(String other) {
        return new Asked("Rejected", other, contractId, text, since, until, who, what);
    }

    /** As the query of an address, with its question mark. */
    public String query(int page) {
        Map<String, String> given = new LinkedHashMap<>(fields());
        given.put("state", state);
        given.put("page", page == 0 ? "" : String.valueOf(page));
        StringBuilder query = new StringBuilder();
        given.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }

    /** Everything but the state, by name. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("contractId", contractId);
        fields.put("text", text);
        fields.put("since", since);
        fields.put("until", until);
        fields.put("who", who);
        fields.put("what", what);
        return fields;
    }

    Optional<String> asked(String value) {
        return SearchParameter.text(value);
    }
}
