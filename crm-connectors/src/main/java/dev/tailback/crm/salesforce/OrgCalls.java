package dev.tailback.crm.salesforce;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Hold;
import dev.tailback.crm.call.Sent;
import dev.tailback.salesforce.ApiUsage;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.Redirect;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Calls to an org; what it says about our allowance is kept, and nothing is sent while it told us to wait. */
final class OrgCalls {

    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    /** Salesforce names no time for these; the daily limit is a rolling one, so that some calls come back soon. */
    private static final Map<String, Duration> WAITS =
            Map.of("QUOTA_USED_UP", Duration.ofMinutes(5), "CONCURRENCY_LIMIT", Duration.ofSeconds(5));

    private static final Duration WAIT_UNTOLD = Duration.ofSeconds(10);

    private final SalesforceSession session;
    private final SignedCalls calls;
    private final Hold hold;
    private final AtomicLong count = new AtomicLong();
    private volatile Optional<ApiUsage> usage = Optional.empty();

    OrgCalls(SalesforceSession session) {
        this.session = session;
        this.calls = new SignedCalls(session);
        this.hold = new Hold(session.clock());
    }

    private interface Call {
        OrgAnswer send(SignedCalls.Bounds bounds) throws CallBroken;
    }

    Answer<CrmAnswer> get(String path) {
        Duration limit = session.configuration().readTimeout().multipliedBy(2);
        return sent(limit, bounds -> calls.get(data(path), bounds)).asQuestion().flatMap(this::good);
    }

    /** A write; what it means is for the writer to say. */
    Sent post(String path, String json) {
        return sent(session.configuration().writeTimeout(), bounds -> calls.post(data(path), json, bounds));
    }

    Sent patch(String path, String json) {
        return sent(session.configuration().writeTimeout(), bounds -> calls.patch(data(path), json, bounds));
    }

    /** From the version on, as calls inside a composite are named. */
    String data(String path) {
        return "/services/data/" + session.configuration().apiVersion() + path;
    }

    private Sent sent(Duration limit, Call call) {
        Optional<Duration> wait = hold.left();
        if (wait.isPresent()) {
            return Sent.NotTaken.held("Salesforce", wait.get());
        }
        try {
            count.incrementAndGet();
            OrgAnswer answer = call.send(new SignedCalls.Bounds(limit, MOST_BYTES));
            ApiUsage.told(answer.headers()).ifPresent(told -> usage = Optional.of(told));
            return judged(new CrmAnswer(answer.status(), answer.headers(), answer.body()), answer);
        } catch (LoginFailed failure) {
            return new Sent.NotTaken(
                    failure.code(),
                    failure.getMessage(),
                    failure.retryAfter(),
                    failure.kind() == LoginFailed.Kind.REFUSED);
        } catch (CallBroken broken) {
            return broken.isSent()
                    ? new Sent.Lost(broken.code(), broken.getMessage())
                    : new Sent.NotTaken(broken.code(), broken.getMessage(), Optional.empty(), false);
        } catch (RequestUnbuilt ours) {
            return new Sent.NotTaken("NOT_SENT", "The call to Salesforce could not be built.", Optional.empty(), false);
        }
    }

    /** What no caller can use: told to wait, sent elsewhere, or not served at all. */
    private Sent judged(CrmAnswer answer, OrgAnswer told) {
        Optional<String> moved = Redirect.told(told, session.configuration().loginUrl());
        if (moved.isPresent()) {
            return new Sent.NotTaken(CallFailure.MOVED, moved.get(), Optional.empty(), false);
        }
        if (answer.status() < 400) {
            return new Sent.Answered(answer);
        }
        return CallFailure.of(answer.status(), answer.text())
                .fold(
                        refusal -> new Sent.Answered(answer),
                        foreign -> new Sent.NotTaken(foreign.code(), foreign.reason(), Optional.empty(), false),
                        outage -> away(answer, outage));
    }

    private Sent away(CrmAnswer answer, CallFailure.Outage outage) {
        Optional<Duration> told = answer.retryAfter(session.clock().instant());
        Optional<Duration> wait = Optional.ofNullable(WAITS.get(outage.code()))
                .or(() -> told)
                .or(() -> answer.status() == TOO_MANY ? Optional.of(WAIT_UNTOLD) : Optional.empty());
        wait.ifPresent(hold::hold);
        boolean undone = answer.status() < 500
                || answer.status() == BUSY
                || outage.code().equals("READ_ONLY_MODE");
        return undone
                ? new Sent.NotTaken(outage.code(), outage.reason(), wait, false)
                : new Sent.Lost(outage.code(), outage.reason());
    }

    private Answer<CrmAnswer> good(CrmAnswer answer) {
        if (answer.status() >= 400) {
            return CallFailure.of(answer.status(), answer.text())
                    .fold(
                            refusal -> new Answer.Refused<>(refusal.code(), refusal.reason()),
                            foreign -> unavailable(foreign.code(), foreign.reason()),
                            outage -> unavailable(outage.code(), outage.reason()));
        }
        return answer.isJson()
                ? new Answer.Given<>(answer)
                : unavailable("UNUSABLE_ANSWER", answer.unusable("Salesforce"));
    }

    private static Answer<CrmAnswer> unavailable(String code, String reason) {
        return new Answer.Unavailable<>(code, reason, Optional.empty());
    }

    /** Empty when we may send. */
    Optional<Sent.NotTaken> held() {
        return hold.left().map(wait -> Sent.NotTaken.held("Salesforce", wait));
    }

    long count() {
        return count.get();
    }

    Allowance allowance() {
        return new Allowance(
                usage.map(told -> OptionalLong.of(Math.max(0, told.limit() - told.used())))
                        .orElseGet(OptionalLong::empty),
                usage.map(told -> OptionalLong.of(told.limit())).orElseGet(OptionalLong::empty),
                hold.until());
    }
}
