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

/** Runs SOQL and reads all rows; an answer without rows keeps its own meaning. */
public final class OrgQuery {

    private static final Logger LOG = LoggerFactory.getLogger(OrgQuery.class);

    /** Salesforce's code for a filter on an id of the right length that belongs to another kind of record. */
    private static final String NO_SUCH_ID = "INVALID_QUERY_FILTER_OPERATOR";

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
    public <T> Reading<List<T>> rows(String soql, Duration limit, Function<JsonNode, T> read) {
        return rows(soql, limit, read, Optional.empty());
    }

    /**
     * The rows of one record, asked for by its id; absent when Salesforce says that its kind of record has no such ids.
     */
    public <T> Reading<List<T>> rowsOfId(String soql, Function<JsonNode, T> read) {
        return rows(soql, session.configuration().readTimeout(), read, Optional.of(NO_SUCH_ID));
    }

    private <T> Reading<List<T>> rows(
            String soql, Duration limit, Function<JsonNode, T> read, Optional<String> noSuchId) {
        String path = "/services/data/" + session.configuration().apiVersion() + "/query?q="
                + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        Instant asked = now();
        try {
            return new Reading.Found<>(new QueryPages(calls, session.clock(), limit).read(path, read), asked);
        } catch (LoginFailed failure) {
            return failed(failure);
        } catch (UnusableRow row) {
            return new Reading.Refused<>(UnusableRow.CODE, row.getMessage());
        } catch (ReadFailed failure) {
            return failed(failure.answer(), noSuchId);
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

    private <T> Reading<T> failed(OrgAnswer answer, Optional<String> noSuchId) {
        Optional<String> redirect =
                Redirect.told(answer, session.configuration().loginUrl());
        if (redirect.isPresent()) {
            return new Reading.Unavailable<>(CallFailure.MOVED, redirect.get());
        }
        if (answer.status() < 400) {
            return new Reading.Unavailable<>(CallBroken.NO_ANSWER, "Salesforce's answer " + answer.notJson() + ".");
        }
        return CallFailure.of(answer.status(), answer.text())
                .fold(
                        refusal -> noSuchId.filter(refusal.code()::equals).isPresent()
                                ? new Reading.Absent<>()
                                : new Reading.Refused<>(refusal.code(), refusal.reason()),
                        foreign -> new Reading.Unavailable<>(foreign.code(), foreign.reason()),
                        outage -> new Reading.Unavailable<>(outage.code(), outage.reason()));
    }
}
