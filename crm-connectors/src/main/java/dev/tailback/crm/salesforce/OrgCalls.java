package dev.tailback.crm.salesforce;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Hold;
import dev.tailback.crm.call.Sent;
import dev.tailback.salesforce.ApiUsage;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Calls to an org; what it says about our allowance is kept, and nothing is sent while it told us to wait. */
final class OrgCalls {

    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_BYTES_OF_ROWS = 64 * 1024 * 1024;

    private final SalesforceSession session;
    private final SignedCalls calls;
    private final Hold hold;
    private final JudgeAnswer judge;
    private final AtomicLong count = new AtomicLong();
    private volatile Optional<ApiUsage> usage = Optional.empty();

    OrgCalls(SalesforceSession session) {
        this.session = session;
        this.calls = new SignedCalls(session);
        this.hold = new Hold(session.clock());
        this.judge = new JudgeAnswer(session, hold);
    }

    private interface Call {
        OrgAnswer send(SignedCalls.Bounds bounds) throws CallBroken;
    }

    Answer<CrmAnswer> get(String path) {
        Duration limit = session.configuration().readTimeout().multipliedBy(2);
        return sent(limit, MOST_BYTES, bounds -> calls.get(data(path), bounds))
                .asQuestion()
                .flatMap(JudgeAnswer::good)
                .flatMap(JudgeAnswer::json);
    }

    /** Many rows as CSV. */
    Answer<CrmAnswer> rows(String path) {
        return sent(longer(), MOST_BYTES_OF_ROWS, bounds -> calls.get(data(path), "text/csv", bounds))
                .asQuestion()
                .flatMap(JudgeAnswer::good);
    }

    /** Of many rows as CSV. */
    Sent put(String path, byte[] csv) {
        return sent(longer(), MOST_BYTES, bounds -> calls.put(data(path), "text/csv; charset=UTF-8", csv, bounds));
    }

    // A text of many megabytes takes its time on a slow line.
    private Duration longer() {
        return session.configuration().writeTimeout().multipliedBy(2);
    }

    /** A write; what it means is for the writer to say. */
    Sent post(String path, String json) {
        return sent(session.configuration().writeTimeout(), MOST_BYTES, bounds -> calls.post(data(path), json, bounds));
    }

    Sent patch(String path, String json) {
        return sent(
                session.configuration().writeTimeout(), MOST_BYTES, bounds -> calls.patch(data(path), json, bounds));
    }

    /** From the version on, as calls inside a composite are named. */
    String data(String path) {
        return "/services/data/" + session.configuration().apiVersion() + path;
    }

    private Sent sent(Duration limit, int mostBytes, Call call) {
        Optional<Duration> wait = hold.left();
        if (wait.isPresent()) {
            return Sent.NotTaken.held("Salesforce", wait.get());
        }
        try {
            count.incrementAndGet();
            OrgAnswer answer = call.send(new SignedCalls.Bounds(limit, mostBytes));
            ApiUsage.told(answer.headers()).ifPresent(told -> usage = Optional.of(told));
            return judge.of(answer);
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
