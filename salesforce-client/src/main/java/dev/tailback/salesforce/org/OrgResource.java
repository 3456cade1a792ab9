package dev.tailback.salesforce.org;

import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import java.time.Instant;

/** Reads one resource of the org, and keeps apart what is refused from what cannot be reached. */
final class OrgResource {

    private static final int MOST_BYTES = 256 * 1024;

    private final SalesforceSession session;
    private final SignedCalls calls;

    OrgResource(SalesforceSession session) {
        this.session = session;
        this.calls = new SignedCalls(session);
    }

    Reading<OrgAnswer> get(String path) {
        Instant asked = session.clock().instant();
        try {
            OrgAnswer answer = calls.get(
                    path, new SignedCalls.Bounds(session.configuration().readTimeout(), MOST_BYTES));
            return answer.status() < 300 ? new Reading.Found<>(answer, asked) : failed(answer);
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

    private static Reading<OrgAnswer> failed(OrgAnswer answer) {
        return CallFailure.of(answer.status(), answer.text())
                .fold(
                        refusal -> new Reading.Refused<>(refusal.code(), refusal.reason()),
                        foreign -> new Reading.Unavailable<>(foreign.code(), foreign.reason()),
                        outage -> new Reading.Unavailable<>(outage.code(), outage.reason()));
    }
}
