package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CrmHttp;
import dev.tailback.crm.call.Hold;
import dev.tailback.crm.call.Sent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Calls to HubSpot; what it says about our allowance is kept, and nothing is sent while it told us to wait. */
final class HubSpotCalls {

    static final String CRM = "HubSpot";
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final URI address;
    private final Duration limit;
    private final CrmHttp http;
    private final Hold hold;
    private final HubSpotToken token;
    private final AtomicLong count = new AtomicLong();
    private volatile OptionalLong left = OptionalLong.empty();
    private volatile OptionalLong most = OptionalLong.empty();

    HubSpotCalls(HubSpotSettings settings, HubSpotAccess access, Clock clock) {
        this.address = settings.address();
        this.limit = settings.limit();
        this.http = new CrmHttp(CRM, Duration.ofSeconds(5));
        this.hold = new Hold(clock);
        this.token = new HubSpotToken(access, this, clock);
    }

    /** A question, whose good answer is JSON. */
    Answer<CrmAnswer> get(String path) {
        return question(() -> signed(path, HttpRequest.Builder::GET));
    }

    /** A question that is asked by POST, as HubSpot wants searches and batches of ids. */
    Answer<CrmAnswer> ask(String path, JsonNode body) {
        return question(() -> post(path, body));
    }

    private Answer<CrmAnswer> question(Supplier<Sent> call) {
        return call.get().asQuestion().flatMap(HubSpotCalls::good);
    }

    private static Answer<CrmAnswer> good(CrmAnswer answer) {
        if (answer.status() < 300 && answer.json().isObject()) {
            return new Answer.Given<>(answer);
        }
        Optional<HubSpotError> error = HubSpotError.of(answer);
        return error.isPresent()
                ? new Answer.Refused<>(error.get().code(), error.get().message())
                : new Answer.Unavailable<>("UNUSABLE_ANSWER", answer.unusable(CRM), Optional.empty());
    }

    /** A write; what an answer means is for the writer to say. */
    Sent post(String path, JsonNode body) {
        return signed(
                path,
                request -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    interface Finish {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Sent signed(String path, Finish finish) {
        Optional<Duration> wait = hold.left();
        if (wait.isPresent()) {
            return Sent.NotTaken.held(CRM, wait.get());
        }
        return token.with(word -> sent(path, request -> finish.of(request.header("Authorization", "Bearer " + word))));
    }

    /** Without a token. */
    Sent sent(String path, Finish finish) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "application/json")
                .header("Accept-Encoding", "identity");
        count.incrementAndGet();
        return http.send(finish.of(request).build(), limit, MOST_BYTES)
                .fold(this::judged, lost -> lost, notTaken -> notTaken);
    }

    private Sent judged(CrmAnswer answer) {
        number(answer, "X-HubSpot-RateLimit-Daily-Remaining").ifPresent(told -> left = OptionalLong.of(told));
        number(answer, "X-HubSpot-RateLimit-Daily").ifPresent(told -> most = OptionalLong.of(told));
        Sent judged = HubSpotStatus.judge(answer, hold.now());
        judged.fold(
                        answered -> Optional.<Duration>empty(),
                        lost -> Optional.<Duration>empty(),
                        Sent.NotTaken::retryAfter)
                .ifPresent(hold::hold);
        return judged;
    }

    private static Optional<Long> number(CrmAnswer answer, String header) {
        return answer.header(header).filter(text -> text.matches("\\d{1,12}")).map(Long::valueOf);
    }

    long count() {
        return count.get();
    }

    Allowance allowance() {
        return new Allowance(left, most, hold.until());
    }
}
