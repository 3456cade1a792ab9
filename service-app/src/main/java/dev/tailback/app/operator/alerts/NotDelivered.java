package dev.tailback.app.operator.alerts;

/** A message did not reach its receiver, or nobody knows whether it did. Its text says why in one sentence. */
final class NotDelivered extends Exception {
    private static final long serialVersionUID = 1L;

    NotDelivered(String reason, Throwable cause) {
        super(reason, cause);
    }

    NotDelivered(String reason) {
        super(reason);
    }
}
