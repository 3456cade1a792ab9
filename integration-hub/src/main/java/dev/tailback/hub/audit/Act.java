package dev.tailback.hub.audit;

import java.util.Set;
import java.util.UUID;

/**
 * What a person does now.
 *
 * @param about an id or a name, 1 to 300 characters, never a value of a customer
 * @param goldens the golden records that it is about: when one of them is erased, the note goes
 * @param who the account, 1 to 200 characters
 * @param note why, 2,000 characters at most; may be empty
 */
public record Act(Deed what, String about, Set<UUID> goldens, String who, String note) {

    public Act {
        goldens = Set.copyOf(goldens);
    }

    /** About something that is no golden record. */
    public static Act about(Deed what, String about, String who, String note) {
        return new Act(what, about, Set.of(), who, note);
    }

    public static Act aboutGolden(Deed what, UUID golden, String who, String note) {
        return new Act(what, golden.toString(), Set.of(golden), who, note);
    }
}
