package dev.tailback.hub.people;

/** The service app could not be asked. */
final class NoAccounts extends Exception {

    NoAccounts(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
