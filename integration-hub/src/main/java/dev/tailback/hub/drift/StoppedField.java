package dev.tailback.hub.drift;

import java.time.Instant;

/**
 * What cannot be used now, for people.
 *
 * @param attribute that it stands for; empty for an object
 * @param field empty where the object itself is gone
 * @param since by the database's clock
 * @param sentence what is so, and what that costs
 * @param mend what to do about it
 * @param canBeAccepted whether {@link AcceptField} would let it go on
 */
public record StoppedField(
        String crm,
        String object,
        String field,
        String attribute,
        StopScope scope,
        Instant since,
        String sentence,
        String mend,
        boolean canBeAccepted) {}
