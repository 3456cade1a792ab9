package dev.tailback.app.requests;

/** What one line of a request's history records. */
public enum RequestAction {
    ASKED,
    ACCEPTED,
    CORRECTED,
    REFUSED,
    TAKEN_BACK
}
