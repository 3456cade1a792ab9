package dev.tailback.crm;

import java.util.List;
import java.util.Optional;

/**
 * A page of changes.
 *
 * @param next from where to ask for the next page, also when this one is empty
 * @param isLast whether nothing more was there when the CRM was asked
 * @param startedAnew why the cursor was of no use any more, so that everything is read again; empty when it was
 */
public record ChangePage(List<Change> changes, Cursor next, boolean isLast, Optional<String> startedAnew) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
