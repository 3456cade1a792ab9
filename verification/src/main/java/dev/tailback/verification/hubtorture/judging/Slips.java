package dev.tailback.verification.hubtorture.judging;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.hubtorture.people.Edit;
import dev.tailback.verification.hubtorture.wire.CallBook;
import dev.tailback.verification.hubtorture.wire.LookSeen;
import dev.tailback.verification.hubtorture.wire.WriteSeen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known to slip through (docs/connectors.md): HubSpot cannot compare at the moment of writing, so what a person saves
 * between a hub's look and its write is overwritten; Salesforce compares whole seconds. Only an edit of which that is seen
 * on the way of the hub is excused, and it may hold or not.
 */
public record Slips(List<WriteSeen> writes, List<LookSeen> looks) {

    public static Slips in(CallBook book) {
        return new Slips(book.writes(), book.looks());
    }

    public List<Edit> excused(List<Edit> edits) {
        return edits.stream().map(edit -> isSlip(edit) ? edit.perhaps() : edit).toList();
    }

    private boolean isSlip(Edit edit) {
        return writes.stream()
                .filter(write ->
                        write.crm().equals(edit.crm()) && write.record().equals(edit.record()))
                .filter(write -> !edit.begun().isAfter(write.ended()))
                .anyMatch(write ->
                        look(write).filter(look -> isBetween(edit, look)).isPresent());
    }

    /** The last one of this hub before it wrote. */
    private Optional<LookSeen> look(WriteSeen write) {
        return looks.stream()
                .filter(look -> look.hub().equals(write.hub())
                        && look.crm().equals(write.crm())
                        && look.record().equals(write.record()))
                .filter(look -> !look.begun().isAfter(write.begun()))
                .max(Comparator.comparing(LookSeen::begun));
    }

    private static boolean isBetween(Edit edit, LookSeen look) {
        boolean isAfter = !edit.ended().isBefore(look.begun());
        return isAfter && (!edit.crm().equals(CustomerCrm.SALES.word()) || isSameSecond(edit, look));
    }

    private static boolean isSameSecond(Edit edit, LookSeen look) {
        return second(edit.begun()) <= second(look.ended()) && second(look.begun()) <= second(edit.ended());
    }

    private static long second(Instant time) {
        return time.getEpochSecond();
    }
}
