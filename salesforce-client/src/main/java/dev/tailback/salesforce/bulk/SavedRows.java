package dev.tailback.salesforce.bulk;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.query.Soql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what a job tells of the rows it saved. A row that does not say which entry and version it is counts as not saved. */
final class SavedRows {
    private static final String ID = "sf__Id";
    private static final String CREATED = "sf__Created";
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,15}(\\.0)?");
    private static final int MOST = 1_000_000;
    private static final int LONGEST_CELL = 200_000;

    private static final CsvMapper MAPPER = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_CELL)
                            .build())
                    .build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();

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
        try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class).readValues(csv)) {
            if (!rows.hasNextValue()) {
                throw JobFailed.unusable("not even a header of saved rows");
            }
            Places places = places(rows.nextValue());
            List<SavedRow> saved = new ArrayList<>();
            while (rows.hasNextValue() && saved.size() < MOST) {
                places.read(rows.nextValue()).ifPresent(saved::add);
            }
            return saved;
        } catch (IOException | RuntimeException noCsv) {
            throw JobFailed.unusable("no list of saved rows").because(noCsv);
        }
    }

    private Places places(String[] header) throws JobFailed {
        List<String> names = Arrays.stream(header).map(String::strip).toList();
        Places places = new Places(
                names.indexOf(ID), names.indexOf(CREATED), names.indexOf(entryField), names.indexOf(versionField));
        if (places.id < 0 || places.entry < 0 || places.version < 0) {
            throw JobFailed.unusable("saved rows without " + ID + ", " + entryField + " or " + versionField);
        }
        return places;
    }

    /** Where the columns are: Salesforce puts its own in front of ours. */
    private record Places(int id, int created, int entry, int version) {

        Optional<SavedRow> read(String[] row) {
            String savedAs = cell(row, id);
            String sent = cell(row, version);
            if (!Soql.isId(savedAs) || !VERSION.matcher(sent).matches()) {
                return Optional.empty();
            }
            return uuid(cell(row, entry))
                    .map(of -> new SavedRow(
                            of, whole(sent), savedAs, cell(row, created).equals("true")));
        }

        private static String cell(String[] row, int place) {
            return place >= 0 && place < row.length ? row[place].strip() : "";
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
}
