package dev.tailback.hub.remapping;

import dev.tailback.hub.mappings.CreationChange;

/**
 * What a mapping creates that the one in force does not, or the other way round.
 *
 * @param records customers that the CRM has none of and that have what is needed; those for which a steward is asked are
 *     among them, and wait. What was created stays, whichever mapping is put back.
 */
public record WouldCreate(CreationChange change, long records) {}
