package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.force.api.ApiConfig;
import com.force.api.ApiException;
import com.force.api.ApiSession;
import com.force.api.ApiTokenException;
import com.force.api.ForceApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs SOQL through force-rest-api and reads all pages. The library gets a token and no way to renew it: it would log in
 * once per thread, so renewal is ours. Of its traps, three are closed here: no timeout unless one is set, decimals read
 * as doubles, and errors without a body, which surface as a bare RuntimeException.
 */
final class OrgQuery {

    private final SalesforceSession session;

    OrgQuery(SalesforceSession session) {
        this.session = session;
    }

    /** All rows, each as {@code read} makes it; no row is an empty list, never absent. */
    <T> Reading<List<T>> rows(String soql, Function<JsonNode, T> read) {
        return rows(soql, session.configuration().readTimeout(), read);
    }

    /** The same for large pages that no person waits for: each call may take this long. */
    <T> Reading<List<T>> rows(String soql, Duration patience, Function<JsonNode, T> read) {
        String path = "/services/data/" + session.configuration().apiVersion() + "/query?q="
                + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        Instant asked = now();
        try {
            List<JsonNode> rows = renewingOnce(session.current(), patience, api -> pages(api, path));
            return new Reading.Found<>(rows.stream().map(read).toList(), asked);
        } catch (LoginFailed failure) {
            return failed(failure);
        } catch (UnusableRow row) {
            return new Reading.Refused<>(UnusableRow.CODE, row.getMessage());
        } catch (ApiException answer) {
            return failed(CallFailure.of(answer.getCode(), answer.getMessage()));
        } catch (RuntimeException broken) {
            return new Reading.Unavailable<>("NO_ANSWER", "Salesforce gave no usable answer: " + rootMessage(broken));
        }
    }

    Instant now() {
        return session.clock().instant();
    }

    private List<JsonNode> renewingOnce(
            Credentials credentials, Duration patience, Function<ForceApi, List<JsonNode>> question) {
        try {
            return question.apply(api(credentials, patience));
        } catch (ApiTokenException expired) {
            return question.apply(api(session.renew(credentials), patience));
        }
    }

    private ForceApi api(Credentials credentials, Duration patience) {
        ApiConfig config = new ApiConfig()
                .setApiVersionString(session.configuration().apiVersion())
                .setRequestTimeout((int) patience.toMillis())
                .setObjectMapper(Json.MAPPER);
        ApiSession held = new ApiSession(
                credentials.accessToken(), credentials.instanceUrl().toString());
        return new ForceApi(config, held).rootPath();
    }

    private List<JsonNode> pages(ForceApi api, String first) {
        List<JsonNode> rows = new ArrayList<>();
        String next = first;
        while (next != null) {
            JsonNode page = page(api, next);
            page.path("records").forEach(rows::add);
            next = page.path("done").booleanValue()
                    ? null
                    : page.path("nextRecordsUrl").textValue();
        }
        return rows;
    }

    private static JsonNode page(ForceApi api, String path) {
        JsonNode page = api.get(path).as(JsonNode.class);
        boolean whole = page.path("records").isArray() && page.path("done").isBoolean();
        if (!whole
                || !page.path("done").booleanValue()
                        && !page.path("nextRecordsUrl").isTextual()) {
            throw new IllegalStateException("the answer to a query holds no records");
        }
        return page;
    }

    private static <T> Reading<T> failed(LoginFailed failure) {
        return failure.kind() == LoginFailed.Kind.REFUSED
                ? new Reading.Refused<>(failure.code(), failure.getMessage())
                : new Reading.Unavailable<>(failure.code(), failure.getMessage());
    }

    private static <T> Reading<T> failed(CallFailure failure) {
        return failure instanceof CallFailure.Refusal
                ? new Reading.Refused<>(failure.code(), failure.reason())
                : new Reading.Unavailable<>(failure.code(), failure.reason());
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
