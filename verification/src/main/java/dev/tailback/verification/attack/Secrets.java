package dev.tailback.verification.attack;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was sent and must never stand in a log: passwords, tokens, cookies. */
final class Secrets {
    /** In passwords and tokens that are none. */
    static final String MARK = "scr8k2v";

    private final Set<String> all = ConcurrentHashMap.newKeySet();

    Secrets() {
        add(MARK);
        add(Target.SESSION_SECRET);
        add(Callers.WRONG);
    }

    void add(String secret) {
        if (!secret.isEmpty()) {
            all.add(secret);
        }
    }

    boolean isIn(String line) {
        return all.stream().anyMatch(line::contains);
    }
}
