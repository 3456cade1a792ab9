package dev.tailback.localorg.formula;

import java.util.Set;

/** The user a formula is evaluated for. */
public record Viewer(
        String userId, String profileId, String profileName, String organizationId, Set<String> customPermissions) {}
