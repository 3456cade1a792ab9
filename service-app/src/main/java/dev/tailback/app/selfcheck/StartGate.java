package dev.tailback.app.selfcheck;

import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemAnswer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Refuses every call until the program has checked itself; only its own check, which knows a random word, gets in. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class StartGate implements Ordered {

    static final String HEADER = "X-Tailback-Self-Check";

    private final String word = random();
    private final ProblemAnswer answer;
    private volatile boolean open;

    StartGate(ProblemAnswer answer) {
        this.answer = answer;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        return open || knowsTheWord(request) ? null : answer.to(request, starting());
    }

    String word() {
        return word;
    }

    void open() {
        open = true;
    }

    private boolean knowsTheWord(HttpRequest<?> request) {
        String given = request.getHeaders().get(HEADER);
        return given != null && MessageDigest.isEqual(bytes(given), bytes(word));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String random() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static Problem starting() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "starting",
                        "The service app starts and checks itself. Try again in a few seconds.")
                .header("Retry-After", "2");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
