package dev.tailback.app.adsearch;

import dev.tailback.app.entries.SearchParameter;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.Day;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.Parameters;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person asked for, as typed: it fills the form again and makes addresses that can be kept. An empty text
 * narrows nothing.
 *
 * @param date {@code service} when the days are those of the service, else those of the creation
 * @param sort a word of {@link AdOrder}, or empty for the newest first
 * @param page from 0
 */
public record AdQuery(
        String query,
        String state,
        String person,
        String product,
        String contractId,
        String date,
        String from,
        String to,
        String sort,
        int page) {

    public static AdQuery of(Parameters given) {
        return new AdQuery(
                given.line("query", 200),
                given.line("state", 20),
                given.line("person", 100),
                given.line("product", 255),
                given.line("contractId", 18),
                given.line("date", 10),
                given.line("from", 10),
                given.line("to", 10),
                given.line("sort", 20),
                given.count("page", Paging.LAST_PAGE));
    }

    /** Everything there is. */
    public static AdQuery ofPage(int page) {
        return new AdQuery("", "", "", "", "", "", "", "", "", page);
    }

    /** @throws Problem 400 {@code invalid} */
    public AdSearch search() {
        AdFilter filter = new AdFilter(
                SearchParameter.text(query),
                ListedState.asked(state),
                SearchParameter.text(contractId).map(SalesforceId::spelledOut),
                SearchParameter.text(person),
                SearchParameter.text(product),
                new Days(date.equalsIgnoreCase("service"), day("from", from), day("to", to)));
        return new AdSearch(filter, order(), page);
    }

    private AdOrder order() {
        String words =
                java.util.Arrays.stream(AdOrder.values()).map(AdOrder::word).collect(Collectors.joining(", "));
        return sort.isEmpty()
                ? AdOrder.NEWEST
                : AdOrder.named(sort).orElseThrow(() -> wrong("sort", "must be one of " + words));
    }

    private static Optional<LocalDate> day(String name, String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Day.of(typed)
                .orElseThrow(() ->
                        wrong(name, "must be a day, written like 2026-11-30").says("problem.invalid.day")));
    }

    private static Problem wrong(String field, String message) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Nothing was done, because the input is not valid. " + field + " " + message + ".")
                .with("errors", List.of(Map.of("field", field, "message", message)));
    }

    /** Whether it narrows anything. */
    public boolean narrows() {
        return !new AdQuery(query, state, person, product, contractId, date, from, to, "", 0)
                .parameters()
                .isEmpty();
    }

    /** Whether anything beside state and text is asked for. */
    public boolean isDetailed() {
        return !(person + product + contractId + from + to + sort).isEmpty();
    }

    public AdQuery inState(String other) {
        return new AdQuery(query, other, person, product, contractId, date, from, to, sort, 0);
    }

    public AdQuery atPage(int other) {
        return new AdQuery(query, state, person, product, contractId, date, from, to, sort, other);
    }

    /** A path with all that was asked for behind it. */
    public String at(String path) {
        String parameters = parameters();
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    /** The same with one parameter more. */
    public String at(String path, String name, String value) {
        String parameters = parameters();
        return path + "?" + parameters + (parameters.isEmpty() ? "" : "&") + name + "=" + encoded(value);
    }

    private String parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("query", query);
        all.put("state", state);
        all.put("person", person);
        all.put("product", product);
        all.put("contractId", contractId);
        all.put("from", from);
        all.put("to", to);
        // Which day is meant says nothing while no day is asked for.
        all.put("date", (from + to).isEmpty() ? "" : date);
        all.put("sort", sort);
        all.put("page", page == 0 ? "" : String.valueOf(page));
        return all.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
