package dev.tailback.verification.attack;

import java.util.List;
import java.util.Set;

/**
 * One caller.
 *
 * @param account empty for a caller without an account
 * @param headers how the caller proves it
 * @param formToken of the caller's pages; empty where there are none
 */
record Caller(String name, String account, Proof proof, List<String> headers, String formToken) {

    /** How a caller proves who that is. */
    enum Proof {
        PASSWORD,
        BEARER,
        SESSION,
        /** Nothing that may be believed. */
        NONE,
        /** Nothing that can be read: 400 is a refusal, too. */
        UNREADABLE
    }

    /** What the account may be. */
    Set<String> roles() {
        return account.isEmpty() ? Set.of() : Set.of(account);
    }

    boolean isStranger() {
        return account.isEmpty();
    }

    RawRequest signs(RawRequest request) {
        return request.with(headers.toArray(String[]::new));
    }
}
