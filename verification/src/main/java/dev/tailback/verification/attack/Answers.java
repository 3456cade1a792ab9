package dev.tailback.verification.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What came back, and whether it may. */
final class Answers {
    private static final Pattern INNER =
            Pattern.compile("\\bat (?:java|dev\\.tailback|io\\.|org\\.)|java\\.(?:lang|util|sql|io)\\.|Exception\\b|"
                    + "org\\.postgresql|io\\.micronaut|com\\.fasterxml|PSQL");
    private static final String SCRIPT = "<script>" + Hostile.MARK;

    private final Findings findings;
    private final Optional<Duration> slowest;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private long total;
    private long closed;
    private long slow;
    private Duration longest = Duration.ZERO;
    private String longestRequest = "none";

    Answers(Findings findings, Optional<Duration> slowest) {
        this.findings = findings;
        this.slowest = slowest;
    }

    void judge(RawRequest request, RawAnswer answer) {
        count(request, answer);
        if (answer.status() >= 500) {
            findings.add(
                    "fuzz: " + answer.status(),
                    request.method() + " " + request.target() + " was answered " + answer.status() + " "
                            + head(answer.text()) + ".",
                    request);
        }
        judgeText(request, answer);
        slowest.filter(limit -> answer.took().compareTo(limit) > 0)
                .ifPresent(limit -> findings.add(
                        "fuzz: slower than " + limit.toMillis() + " ms",
                        request.method() + " " + request.target() + " took "
                                + answer.took().toMillis() + " ms.",
                        request));
    }

    private void judgeText(RawRequest request, RawAnswer answer) {
        boolean isHtml = answer.type().startsWith("text/html");
        if (INNER.matcher(answer.text()).find() && !isOurOwnText(answer)) {
            findings.add("fuzz: inner words in an answer", head(answer.text()), request);
        }
        if (isHtml && answer.text().contains(SCRIPT)) {
            findings.add("fuzz: markup of a caller in a page", request.target(), request);
        }
        if (answer.headers().containsKey("injected")) {
            findings.add("fuzz: a caller's header in an answer", request.target(), request);
        }
        if (answer.status() >= 400 && isReadable(request) && !isHtml && lacksCode(answer)) {
            findings.add(
                    "fuzz: a refusal without code",
                    request.method() + " " + request.target() + " was answered " + answer.status() + " " + answer.type()
                            + " " + head(answer.text()) + ".",
                    request);
        }
    }

    /** Metrics and the description of the API name classes by right. */
    private static boolean isOurOwnText(RawAnswer answer) {
        return answer.text().startsWith("# HELP") || answer.text().startsWith("openapi:");
    }

    /**
     * Only who asks the API in good HTTP can expect its form of refusal. A page elsewhere is turned away by the
     * framework, before us and without words.
     */
    private static boolean isReadable(RawRequest request) {
        return !request.bare()
                && request.header("Origin").isEmpty()
                && !request.method().equals("HEAD")
                && List.of("GET", "POST", "PUT", "DELETE").contains(request.method())
                && request.target().matches("/api/[\\x21-\\x7e]{0,1500}");
    }

    private static boolean lacksCode(RawAnswer answer) {
        return !answer.type().startsWith("application/problem+json")
                || !answer.text().contains("\"code\":\"");
    }

    private static String head(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }

    private synchronized void count(RawRequest request, RawAnswer answer) {
        total++;
        statuses.merge(answer.status(), 1, Integer::sum);
        if (answer.took().toMillis() > 2_000) {
            slow++;
        }
        if (answer.took().compareTo(longest) > 0) {
            longest = answer.took();
            longestRequest = request.method() + " " + head(request.target());
        }
    }

    void hung(RawRequest request) {
        synchronized (this) {
            total++;
        }
        findings.add(
                "fuzz: no answer within " + RawConnection.PATIENCE.toSeconds() + " s",
                request.method() + " " + request.target(),
                request);
    }

    /** A caller that breaks HTTP may be cut off; every other caller gets an answer. */
    void closed(RawRequest request, IOException how) {
        synchronized (this) {
            total++;
            closed++;
        }
        if (!request.bare() && request.body().length < 900_000) {
            findings.add(
                    "fuzz: closed without an answer", request.method() + " " + request.target() + ": " + how, request);
        }
    }

    synchronized long total() {
        return total;
    }

    synchronized String words() {
        return "%d requests, answers %s, %d closed without one, %d took longer than 2 s, the longest %d ms (%s)"
                .formatted(total, statuses, closed, slow, longest.toMillis(), longestRequest);
    }
}
