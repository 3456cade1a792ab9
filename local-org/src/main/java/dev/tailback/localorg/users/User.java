package dev.tailback.localorg.users;

import dev.tailback.localorg.formula.Viewer;

/** Someone who is logged in or could be. */
public record User(String id, String username, String name, Access access, Viewer viewer) {}
