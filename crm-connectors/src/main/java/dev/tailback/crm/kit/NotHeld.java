package dev.tailback.crm.kit;

/** The contract is broken; the message says how. */
final class NotHeld extends RuntimeException {

    NotHeld(String how) {
        super(how);
    }
}
