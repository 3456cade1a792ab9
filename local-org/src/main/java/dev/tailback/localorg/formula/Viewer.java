package dev.tailback.localorg.formula;

import java.util.Set;

/** The user a formula is evaluated for. */
public record Viewer(String userId, String profileName, Set<String> customPermissions) {}
