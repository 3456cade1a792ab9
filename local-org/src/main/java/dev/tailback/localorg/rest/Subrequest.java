package dev.tailback.localorg.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call inside another call.
 *
 * @param url with or without {@code /services/data/} in front; it may hold references to answers before it
 * @param body as JSON gave it; null when there is none
 * @param headers as written
 * @param referenceId the name later calls refer to its answer by; empty where none is needed
 */
record Subrequest(String method, String url, @Nullable Object body, Map<String, String> headers, String referenceId) {

    /** A collection or a query: of these a composite request may hold five only. */
    boolean isWide() {
        return url.contains("/composite/sobjects") || url.contains("/query");
    }

    boolean isCollection() {
        return url.contains("/composite/sobjects");
    }
}
