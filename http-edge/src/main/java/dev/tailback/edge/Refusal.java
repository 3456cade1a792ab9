package dev.tailback.edge;

import io.netty.handler.codec.http.HttpResponseStatus;

/** What the edge refuses, in the words and the form of the programs' other problems (RFC 9457). */
enum Refusal {
    NO_ROOM(
            HttpResponseStatus.SERVICE_UNAVAILABLE,
            "too_many_connections",
            "There are too many connections. Close those you do not need and try again in 5 s."),
    NO_MEMORY(
            HttpResponseStatus.SERVICE_UNAVAILABLE,
            "busy",
            "Too many large requests are arriving at this moment; nothing was saved. Try again in 5 s."),
    TOO_LARGE(
            HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
            "too_large",
            "The request is larger than what is taken: 1 MB of body (4 KB for a login), 4 KB of address,"
                    + " 8 KB of headers. Send less at once."),
    TOO_MANY_HEADERS(
            HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "too_many_headers",
            "The request has more than 100 headers. Send fewer."),
    TOO_SLOW(
            HttpResponseStatus.REQUEST_TIMEOUT,
            "too_slow",
            "The request did not arrive in time; nothing was saved. Send it again in one go.");

    private final HttpResponseStatus status;
    private final String code;
    private final String sentence;

    Refusal(HttpResponseStatus status, String code, String sentence) {
        this.status = status;
        this.code = code;
        this.sentence = sentence;
    }

    HttpResponseStatus status() {
        return status;
    }

    boolean passes() {
        return status.code() == 503;
    }

    /** @param instance the path asked for, empty if it is not known; only what needs no escape is shown of it */
    String json(String instance) {
        return "{\"type\":\"urn:tailback:problem:" + code + "\",\"title\":\"" + status.reasonPhrase() + "\",\"status\":"
                + status.code() + ",\"detail\":\"" + sentence + "\",\"instance\":\"" + plain(instance)
                + "\",\"code\":\"" + code + "\"}";
    }

    /** For a person at a browser. */
    String page() {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + status.reasonPhrase()
                + "</title><h1>" + status.reasonPhrase() + "</h1><p>" + sentence + "</p><p><code>" + code
                + "</code></p><p><a href=\"/\">To the start page</a></p></html>";
    }

    private static String plain(String path) {
        return path.replaceAll("[?#].*", "").replaceAll("[^A-Za-z0-9/._~%-]", "");
    }
}
