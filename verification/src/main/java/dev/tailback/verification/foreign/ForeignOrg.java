package dev.tailback.verification.foreign;

import dev.tailback.mapping.Mapping;
import dev.tailback.verification.fleet.OrgSource;

/**
 * An org whose objects are not Tailback's.
 *
 * @param source its own, with what Tailback added
 * @param text the mapping's file
 */
public record ForeignOrg(OrgSource source, Mapping mapping, String text) {}
