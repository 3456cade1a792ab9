package dev.tailback.salesforce;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends usage to Salesforce: one upsert by external id for up to 200 entries, each decided on its own. It goes over
 * java.net.http rather than force-rest-api, because the limits header, Retry-After and the difference between "not
 * sent" and "no answer" matter here. Sending the same versions again is always harmless.
 */
public final class UsageWriter {

    /** The most records Salesforce takes in one call. */
    public static final int LARGEST_BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(UsageWriter.class);

    private final SalesforceSession session;

    public UsageWriter(SalesforceSession session) {
        this.session = session;
    }

    /**
     * Sends 1 to 200 snapshots of different entries.
     *
     * @throws IllegalArgumentException for none, too many, or two snapshots of one entry, which Salesforce would refuse both
     */
    public Delivery upsert(List<UsageSnapshot> snapshots) {
        check(snapshots);
        Optional<String> body = body(snapshots);
        return body.isPresent() ? deliver(body.get(), snapshots.size()) : notSent();
    }

    private static Optional<String> body(List<UsageSnapshot> snapshots) {
        try {
            return Optional.of(UpsertBody.of(snapshots));
        } catch (RuntimeException ours) {
            LOG.error("A request with {} records cannot be written", snapshots.size(), ours);
            return Optional.empty();
        }
    }

    private Delivery deliver(String body, int count) {
        try {
            Credentials credentials = session.current();
            HttpResponse<String> answer = send(body, credentials);
            if (answer.statusCode() == 401) {
                answer = send(body, session.renew(credentials));
            }
            return UpsertAnswer.read(answer, count);
        } catch (LoginFailed failure) {
            return notSaved(failure.code(), failure.getMessage());
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException notSent) {
            return notSaved(
                    "UNREACHABLE",
                    "Salesforce cannot be reached at "
                            + session.configuration().loginUrl().getHost() + ": " + said(notSent));
        } catch (IOException lost) {
            return new Delivery.OutcomeUnknown("NO_ANSWER", "Sent, but no whole answer came: " + broken(lost));
        } catch (RequestUnbuilt ours) {
            // Its own words may hold the token.
            LOG.error("A request to Salesforce cannot be built: {}", ours.kind());
            return notSent();
        }
    }

    /** People read it; the driver's own words for a broken connection tell them nothing. */
    private static String broken(IOException lost) {
        return lost instanceof HttpTimeoutException ? said(lost) : "the connection broke off";
    }

    private HttpResponse<String> send(String body, Credentials credentials) throws IOException {
        String path = "/services/data/" + session.configuration().apiVersion() + "/composite/sobjects/"
                + UsageFields.OBJECT + "/" + UsageFields.EXTERNAL_ID;
        HttpRequest request = RequestUnbuilt.unlessBuilt(
                () -> HttpRequest.newBuilder(credentials.instanceUrl().resolve(path))
                        .header("Authorization", "Bearer " + credentials.accessToken())
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .header("Accept", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                        .build());
        return TimedCall.send(session.http(), request, session.configuration().writeTimeout());
    }

    private static String said(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static Delivery notSent() {
        return new Delivery.NotSent(
                "NOT_SENT",
                "The request could not be built, so nothing was sent. It is a fault of Tailback's own: its log says more.");
    }

    private static Delivery notSaved(String code, String reason) {
        return new Delivery.Unavailable(code, reason, Optional.empty(), Optional.empty());
    }

    private static void check(List<UsageSnapshot> snapshots) {
        if (snapshots.isEmpty() || snapshots.size() > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    snapshots.size() + " snapshots in one batch: send 1 to " + LARGEST_BATCH);
        }
        Set<UUID> seen = new HashSet<>();
        for (UsageSnapshot snapshot : snapshots) {
            if (!seen.add(snapshot.entryId())) {
                throw new IllegalArgumentException(
                        "entry " + snapshot.entryId() + " is twice in one batch: send its newest version only");
            }
        }
    }
}
