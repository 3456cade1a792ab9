package dev.tailback.salesforce.session;

import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.Redirect;
import dev.tailback.salesforce.http.RequestUnbuilt;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

/**
 * Calls made with the session. One that is answered with 401 is made once more with a renewed session; whatever shows
 * that the session cannot be used gives it up, so that the next call signs in anew.
 */
public final class SignedCalls {

    private static final int UNAUTHORIZED = 401;
    private static final String JSON = "application/json; charset=UTF-8";

    private final SalesforceSession session;

    public SignedCalls(SalesforceSession session) {
        this.session = session;
    }

    public SalesforceConfiguration configuration() {
        return session.configuration();
    }

    public OrgAnswer get(String path, Bounds bounds) throws CallBroken {
        return call(path, bounds, HttpRequest.Builder::GET);
    }

    /** Of what is no JSON. */
    public OrgAnswer get(String path, String accepted, Bounds bounds) throws CallBroken {
        return call(
                path, bounds, request -> request.setHeader("Accept", accepted).GET());
    }

    /** Under a condition or with another word to the org, such as {@code If-Unmodified-Since}. */
    public OrgAnswer get(String path, Map<String, String> headers, Bounds bounds) throws CallBroken {
        return call(path, bounds, request -> {
            headers.forEach(request::setHeader);
            return request.GET();
        });
    }

    public OrgAnswer post(String path, String json, Bounds bounds) throws CallBroken {
        return call(path, bounds, request -> with(request, "POST", JSON, HttpRequest.BodyPublishers.ofString(json)));
    }

    public OrgAnswer patch(String path, String json, Bounds bounds) throws CallBroken {
        return call(path, bounds, request -> with(request, "PATCH", JSON, HttpRequest.BodyPublishers.ofString(json)));
    }

    public OrgAnswer delete(String path, Bounds bounds) throws CallBroken {
        return call(path, bounds, HttpRequest.Builder::DELETE);
    }

    public OrgAnswer put(String path, String contentType, byte[] body, Bounds bounds) throws CallBroken {
        return call(
                path,
                bounds,
                request -> with(request, "PUT", contentType, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpRequest.Builder with(
            HttpRequest.Builder request, String method, String contentType, HttpRequest.BodyPublisher body) {
        return request.header("Content-Type", contentType).method(method, body);
    }

    /** What one call may cost. */
    public record Bounds(Duration limit, int mostBytes) {}

    private interface Finish {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private OrgAnswer call(String path, Bounds bounds, Finish finish) throws CallBroken {
        Credentials credentials = session.current();
        OrgAnswer answer = attempt(credentials, path, bounds, finish);
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        Credentials renewed = session.renew(credentials);
        OrgAnswer second = attempt(renewed, path, bounds, finish);
        if (second.status() == UNAUTHORIZED) {
            session.refused(renewed);
        }
        return second;
    }

    private OrgAnswer attempt(Credentials credentials, String path, Bounds bounds, Finish finish) throws CallBroken {
        HttpRequest request = request(credentials, path, finish);
        try {
            OrgAnswer answer = session.exchange().send(request, bounds.limit(), bounds.mostBytes());
            Redirect.told(answer, request.uri())
                    .ifPresent(sentence -> giveUp(credentials, CallFailure.MOVED, sentence));
            return answer;
        } catch (CallBroken broken) {
            if (!broken.isSent()) {
                giveUp(credentials, broken.code(), broken.getMessage());
            }
            throw broken;
        }
    }

    private void giveUp(Credentials credentials, String code, String sentence) {
        session.giveUp(credentials, LoginFailed.unusable(code, sentence));
    }

    private HttpRequest request(Credentials credentials, String path, Finish finish) {
        return RequestUnbuilt.unlessBuilt(() -> finish.of(session.http()
                        .request(credentials.instanceUrl().resolve(path))
                        .header("Authorization", "Bearer " + credentials.accessToken()))
                .build());
    }
}
