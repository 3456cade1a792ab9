package dev.tailback.salesforce.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.Redirect;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs SOQL and reads all rows; whatever comes instead of them is told as what it is. */
public final class OrgQuery {

    private static final Logger LOG = LoggerFactory.getLogger(OrgQuery.class);

    private final SalesforceSession session;
    private final SignedCalls calls;

    public OrgQuery(SalesforceSession session) {
        this.session = session;
        this.calls = new SignedCalls(session);
    }

    /** All rows, each as {@code read} makes it; no row is an empty list, never absent. */
    public <T> Reading<List<T>> rows(String soql, Function<JsonNode, T> read) {
        return rows(soql, session.configuration().readTimeout(), read);
    }

    /** The same for large pages that no person waits for: each call may take this long. */
    public <T> Reading<List<T>> rows(String soql, Duration patience, Function<JsonNode, T> read) {
        String path = "/services/data/" + session.configuration().apiVersion() + "/query?q="
                + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        Instant asked = now();
        try {
            return new Reading.Found<>(new QueryPages(calls, session.clock(), patience).read(path, read), asked);
        } catch (LoginFailed failure) {
            return failed(failure);
        } catch (UnusableRow row) {
            return new Reading.Refused<>(UnusableRow.CODE, row.getMessage());
        } catch (ReadFailed failure) {
            return failed(failure.answer());
        } catch (CallBroken broken) {
            return new Reading.Unavailable<>(broken.code(), broken.getMessage());
        } catch (RequestUnbuilt ours) {
            // Its own words may hold the token.
            LOG.error("A question to Salesforce cannot be built: {}", ours.kind());
            return new Reading.Unavailable<>(
                    "NOT_SENT", "The question could not be built. It is a fault of Tailback's own: its log says more.");
        }
    }

    public Instant now() {
        return session.clock().instant();
    }

    private static <T> Reading<T> failed(LoginFailed failure) {
        return failure.kind() == LoginFailed.Kind.REFUSED
                ? new Reading.Refused<>(failure.code(), failure.getMessage())
                : new Reading.Unavailable<>(failure.code(), failure.getMessage());
    }

    private <T> Reading<T> failed(OrgAnswer answer) {
        Optional<String> redirect =
                Redirect.told(answer, session.configuration().loginUrl());
        if (redirect.isPresent()) {
            return new Reading.Unavailable<>(CallFailure.MOVED, redirect.get());
        }
        if (answer.status() < 400) {
            return new Reading.Unavailable<>(CallBroken.NO_ANSWER, "Salesforce's answer " + answer.notJson() + ".");
        }
        CallFailure failure = CallFailure.of(answer.status(), answer.text());
        return failure instanceof CallFailure.Refusal
                ? new Reading.Refused<>(failure.code(), failure.reason())
                : new Reading.Unavailable<>(failure.code(), failure.reason());
    }
}
