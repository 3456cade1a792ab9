package dev.tailback.signin;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** What came from the login form; a field that is missing counts as empty. */
@Serdeable
@Introspected
record LoginInput(
        @Nullable String name,
        @Nullable String password,
        @Nullable String next) {

    LoginInput {
        name = name == null ? "" : name.strip();
        password = password == null ? "" : password;
        next = next == null ? "/" : next;
    }

    @Override
    public String toString() {
        return "LoginInput[" + name + "]";
    }
}
