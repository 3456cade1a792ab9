package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CrmHttp;
import dev.tailback.crm.call.Hold;
import dev.tailback.crm.call.Pace;
import dev.tailback.crm.call.Sent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Calls to a declared CRM: signed, at its pace, and held back while it told us to wait. */
final class DeclaredCalls {

    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final DeclaredSettings settings;
    private final DeclaredCrm crm;
    private final CrmHttp http;
    private final Hold hold;
    private final Pace pace;
    private final DeclaredToken token;
    private final DeclaredStatus status;
    private volatile OptionalLong left = OptionalLong.empty();

    DeclaredCalls(DeclaredSettings settings, Clock clock) {
        this.settings = settings;
        this.crm = settings.crm();
        this.http = new CrmHttp(crm.name(), CONNECT);
        this.hold = new Hold(clock);
        this.pace = new Pace(crm.limits().apart());
        this.status = new DeclaredStatus(crm);
        this.token = new DeclaredToken(settings, this, clock);
    }

    String name() {
        return crm.name();
    }

    /** A question, whose good answer is JSON; what else comes is refused or unavailable. */
    Answer<CrmAnswer> ask(String path, Map<String, String> query) {
        return answered(path, query).flatMap(this::good);
    }

    /** The same, and an answer that is an error is an answer. */
    Answer<CrmAnswer> answered(String path, Map<String, String> query) {
        return signed(path, query, HttpRequest.Builder::GET).asQuestion();
    }

    Answer<CrmAnswer> good(CrmAnswer answer) {
        if (answer.status() < 300 && answer.isJson()) {
            return new Answer.Given<>(answer);
        }
        Optional<DeclaredError> error = error(answer);
        return error.isPresent()
                ? new Answer.Refused<>(error.get().code(), error.get().message())
                : unusable(answer);
    }

    <T> Answer<T> unusable(CrmAnswer answer) {
        return new Answer.Unavailable<>("UNUSABLE_ANSWER", answer.unusable(crm.name()), Optional.empty());
    }

    Optional<DeclaredError> error(CrmAnswer answer) {
        return DeclaredError.of(answer, crm.errors());
    }

    /** A write; what an answer means is for the writer to say. */
    Sent send(String method, String path, Map<String, String> query, JsonNode body) {
        return signed(
                path,
                query,
                request -> request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private Sent signed(String path, Map<String, String> query, UnaryOperator<HttpRequest.Builder> finish) {
        return whenFree(() -> token.with(signature -> {
            pace.keep();
            return sent(path, query, request -> finish.apply(signature.apply(request)));
        }));
    }

    private Sent whenFree(Supplier<Sent> call) {
        Optional<Duration> wait = hold.left();
        return wait.isPresent() ? Sent.NotTaken.held(crm.name(), wait.get()) : call.get();
    }

    /** Without a signature. */
    Sent sent(String path, Map<String, String> query, UnaryOperator<HttpRequest.Builder> finish) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path, query))
                .header("Accept", "application/json")
                .header("Accept-Encoding", "identity");
        crm.headers().forEach(request::setHeader);
        return http.send(finish.apply(request).build(), settings.limit(), MOST_BYTES)
                .fold(this::judged, lost -> lost, notTaken -> notTaken);
    }

    private URI uri(String path, Map<String, String> query) {
        String asked = query.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(crm.address() + path + (asked.isEmpty() ? "" : "?" + asked));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Sent judged(CrmAnswer answer) {
        crm.limits()
                .left()
                .flatMap(answer::header)
                .filter(text -> text.matches("\\d{1,12}"))
                .ifPresent(told -> left = OptionalLong.of(Long.parseLong(told)));
        Sent judged = status.judge(answer, hold.now());
        judged.fold(
                        answered -> Optional.<Duration>empty(),
                        lost -> Optional.<Duration>empty(),
                        Sent.NotTaken::retryAfter)
                .ifPresent(hold::hold);
        return judged;
    }

    Allowance allowance() {
        return new Allowance(left, OptionalLong.empty(), hold.until());
    }
}
