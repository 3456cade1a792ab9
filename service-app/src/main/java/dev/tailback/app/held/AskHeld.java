package dev.tailback.app.held;

import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Asks Salesforce what it holds of entries. Call it outside of any transaction. */
@Singleton
public class AskHeld {

    private final UsageReader salesforce;

    AskHeld(UsageReader salesforce) {
        this.salesforce = salesforce;
    }

    /** One call for 200 entries; none for no entries. */
    public HeldAnswer about(Collection<UUID> entryIds) {
        return entryIds.isEmpty() ? HeldAnswer.Told.NOT_ASKED : answer(entryIds, salesforce.byEntryIds(entryIds));
    }

    /** A list that is absent is no empty list: Salesforce then knows no such object, which an admin has to change. */
    static HeldAnswer answer(Collection<UUID> asked, Reading<List<HeldUsage>> reading) {
        return reading.fold(
                found -> HeldAnswer.Told.of(asked, found.value()),
                () -> new HeldAnswer.Refused("NOT_FOUND", "Salesforce knows no usage that our user may read."),
                refused -> new HeldAnswer.Refused(refused.code(), refused.reason()),
                unavailable -> new HeldAnswer.Unavailable(unavailable.code(), unavailable.reason()));
    }
}
