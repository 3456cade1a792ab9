package dev.tailback.crm.kit;

/** This check needs something that is not here; the message says what. */
final class NotTried extends RuntimeException {

    NotTried(String missing) {
        super(missing);
    }
}
