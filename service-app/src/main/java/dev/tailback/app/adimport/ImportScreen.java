package dev.tailback.app.adimport;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import java.util.List;
import java.util.Optional;

/**
 * Many ads from a file.
 *
 * @param text the file as it was typed or chosen
 * @param token makes the rows of a form that is sent twice count once
 * @param fault about the file as a whole
 * @param rows with their fates; empty before there are any
 * @param saved whether the rows are what became of them, and not only what would
 */
public record ImportScreen(
        Visitor visitor,
        SyncBanner banner,
        String text,
        String token,
        Optional<String> fault,
        List<RowShown> rows,
        boolean saved) {

    /** How many rows have this fate. */
    public long count(RowFate.Kind kind) {
        return rows.stream().filter(row -> row.fate().kind() == kind).count();
    }

    /** Rows that would be saved. */
    public long savable() {
        return count(RowFate.Kind.READY) + count(RowFate.Kind.UNCHECKED);
    }
}
