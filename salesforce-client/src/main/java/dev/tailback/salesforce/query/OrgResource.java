package dev.tailback.salesforce.query;

import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import java.time.Instant;
import java.util.Map;

/** Reads one resource of the org, and keeps apart what is refused from what cannot be reached. */
public final class OrgResource {

    private static final int NOT_FOUND = 404;
    private static final int NOT_MODIFIED = 304;

    private final SalesforceSession session;
    private final SignedCalls calls;
    private final int mostBytes;

    /** @param mostBytes of an answer; a longer one is none */
    public OrgResource(SalesforceSession session, int mostBytes) {
        this.session = session;
        this.calls = new SignedCalls(session);
        this.mostBytes = mostBytes;
    }

    /** One that every org has. */
    public Reading<OrgAnswer> get(String path) {
        return read(bounds -> calls.get(path, bounds), false);
    }

    /** One that an org may not have; then it is absent. */
    public Reading<OrgAnswer> find(String path) {
        return read(bounds -> calls.get(path, bounds), true);
    }

    /**
     * The same if it has changed since; what has not is found with an answer that {@link #isUnchanged} knows.
     *
     * @param since as the org said it in {@code Last-Modified}
     */
    public Reading<OrgAnswer> findModifiedSince(String path, String since) {
        return read(bounds -> calls.get(path, Map.of("If-Modified-Since", since), bounds), true);
    }

    /** Whether it is as it was, and the answer is empty therefore. */
    public static boolean isUnchanged(OrgAnswer answer) {
        return answer.status() == NOT_MODIFIED;
    }

    private interface Call {
        OrgAnswer make(SignedCalls.Bounds bounds) throws CallBroken;
    }

    private Reading<OrgAnswer> read(Call call, boolean mayBeAbsent) {
        Instant asked = session.clock().instant();
        try {
            OrgAnswer answer =
                    call.make(new SignedCalls.Bounds(session.configuration().readTimeout(), mostBytes));
            return answer.status() < 300 || isUnchanged(answer)
                    ? new Reading.Found<>(answer, asked)
                    : failed(answer, mayBeAbsent);
        } catch (LoginFailed failure) {
            return failure.kind() == LoginFailed.Kind.REFUSED
                    ? new Reading.Refused<>(failure.code(), failure.getMessage())
                    : new Reading.Unavailable<>(failure.code(), failure.getMessage());
        } catch (CallBroken broken) {
            return new Reading.Unavailable<>(broken.code(), broken.getMessage());
        } catch (RequestUnbuilt ours) {
            return new Reading.Unavailable<>("NOT_SENT", "The question to Salesforce could not be built.");
        }
    }

    private static Reading<OrgAnswer> failed(OrgAnswer answer, boolean mayBeAbsent) {
        return CallFailure.of(answer.status(), answer.text())
                .fold(
                        refusal -> mayBeAbsent && refusal.status() == NOT_FOUND
                                ? new Reading.Absent<>()
                                : new Reading.Refused<>(refusal.code(), refusal.reason()),
                        foreign -> new Reading.Unavailable<>(foreign.code(), foreign.reason()),
                        outage -> new Reading.Unavailable<>(outage.code(), outage.reason()));
    }
}
