package dev.tailback.localorg.session;

import dev.tailback.localorg.users.Person;
import java.time.Instant;

/** A person who logged in. Every use prolongs it. */
public final class Session {

    private final String token;
    private final Person person;
    private volatile Instant lastUse;

    Session(String token, Person person, Instant now) {
        this.token = token;
        this.person = person;
        this.lastUse = now;
    }

    public String token() {
        return token;
    }

    public Person person() {
        return person;
    }

    Instant lastUse() {
        return lastUse;
    }

    void used(Instant now) {
        lastUse = now;
    }
}
