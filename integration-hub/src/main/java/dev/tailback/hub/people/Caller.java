package dev.tailback.hub.people;

import java.util.List;

/** Whom the service app knows by what came with a call. */
record Caller(String name, List<String> roles) {

    Caller {
        roles = List.copyOf(roles);
    }
}
