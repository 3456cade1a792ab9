package dev.tailback.app.finance.lines;

import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which usage finance asks about: a span of days by the time of the lock, one contract, or both.
 *
 * @param to the first day after the span
 */
public record FinanceScope(Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> contractId, ZoneId zone) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    public static FinanceScope of(YearMonth month, ZoneId zone) {
        return new FinanceScope(
                Optional.of(month.atDay(1)), Optional.of(month.plusMonths(1).atDay(1)), Optional.empty(), zone);
    }

    public static FinanceScope of(String contractId, ZoneId zone) {
        return new FinanceScope(Optional.empty(), Optional.empty(), Optional.of(contractId), zone);
    }

    /** As asked for in texts that may be empty. @throws Problem 400 {@code invalid} */
    public static FinanceScope asked(String from, String to, String contractId, ZoneId zone) {
        Optional<LocalDate> first = day("from", from);
        Optional<LocalDate> end = day("to", to);
        Optional<String> contract = contract(contractId);
        if (first.isPresent() != end.isPresent()) {
            throw invalid(first.isPresent() ? "to" : "from", "is missing: a span has two ends; to is not part of it");
        }
        if (first.isEmpty() && contract.isEmpty()) {
            throw invalid("from", "is missing: ask for a span of days with from and to, or for a contractId");
        }
        if (first.isPresent() && !first.get().isBefore(end.orElseThrow())) {
            throw invalid("to", "must be later than from; it is the first day that is not part of the span");
        }
        return new FinanceScope(first, end, contract, zone);
    }

    public Optional<Instant> begin() {
        return from.map(day -> day.atStartOfDay(zone).toInstant());
    }

    public Optional<Instant> end() {
        return to.map(day -> day.atStartOfDay(zone).toInstant());
    }

    /** The month, where it is one. */
    public Optional<YearMonth> month() {
        return from.map(YearMonth::from)
                .filter(month -> from.get().getDayOfMonth() == 1
                        && to.equals(Optional.of(month.plusMonths(1).atDay(1))));
    }

    /** In a file name. */
    public String word() {
        String span = month().map(YearMonth::toString)
                .orElseGet(
                        () -> from.map(day -> day + "-to-" + to.orElseThrow()).orElse(""));
        return contractId.map(id -> span.isEmpty() ? id : span + "-" + id).orElse(span);
    }

    private static Optional<String> contract(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(SalesforceId.of(text.strip())
                .orElseThrow(
                        () -> invalid("contractId", "must be a Salesforce record id of 15 or 18 letters and digits")));
    }

    private static Optional<LocalDate> day(String name, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw invalid(name, "must be a day between " + EARLIEST + " and " + LATEST);
            }
            return Optional.of(day);
        } catch (DateTimeException noDay) {
            throw invalid(name, "must be a day such as 2026-11-01");
        }
    }

    private static Problem invalid(String field, String message) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Nothing was done, because the input is not valid. " + field + " " + message + ".")
                .with("errors", List.of(Map.of("field", field, "message", message)));
    }
}
