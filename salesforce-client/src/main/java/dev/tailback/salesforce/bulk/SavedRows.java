package dev.tailback.salesforce.bulk;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.query.Soql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what a job tells of the usage it saved. A row that does not say which entry and version it is counts as not saved. */
final class SavedRows {
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,15}(\\.0)?");

    private final String entryField;
    private final String versionField;

    private SavedRows(String entryField, String versionField) {
        this.entryField = entryField;
        this.versionField = versionField;
    }

    static SavedRows of(Mapping mapping) {
        return new SavedRows(mapping.field(Idea.EXTERNAL_ID), mapping.field(Idea.VERSION));
    }

    /** @throws JobFailed if it is no CSV with the columns that it must have */
    List<SavedRow> read(byte[] csv) throws JobFailed {
        List<SavedRow> saved = new ArrayList<>();
        ResultRows.read(
                csv,
                List.of(ResultRows.ID, entryField, versionField),
                List.of(ResultRows.CREATED),
                cells -> row(cells.get(0), cells.get(1), cells.get(2), cells.get(3))
                        .ifPresent(saved::add));
        return saved;
    }

    private static Optional<SavedRow> row(String id, String entry, String version, String created) {
        if (!Soql.isId(id) || !VERSION.matcher(version).matches()) {
            return Optional.empty();
        }
        return uuid(entry).map(of -> new SavedRow(of, whole(version), id, created.equals("true")));
    }

    private static long whole(String version) {
        int point = version.indexOf('.');
        return Long.parseLong(point < 0 ? version : version.substring(0, point));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
