package dev.tailback.app.adimport;

import dev.tailback.web.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file, or why it has none.
 *
 * @param fault a sentence about the file as a whole; empty when its rows can be looked at
 */
record ImportFile(List<ImportedRow> rows, Optional<String> fault) {

    static final int MOST_LETTERS = 100_000;
    static final int MOST_ROWS = 100;
    private static final int MOST_COLUMNS = 30;

    static ImportFile of(String text, Texts texts) {
        if (text.length() > MOST_LETTERS) {
            return faulty(texts.of("staff.file.too-long", MOST_LETTERS));
        }
        CsvTable table = CsvTable.of(text);
        if (!table.closed()) {
            return faulty(texts.of("staff.file.open-quote"));
        }
        if (table.rows().size() < 2 || table.rows().size() > MOST_ROWS + 1) {
            return faulty(texts.of("staff.file.rows", MOST_ROWS));
        }
        return read(table.rows(), texts);
    }

    private static ImportFile read(List<List<String>> rows, Texts texts) {
        List<Column> head = new ArrayList<>();
        for (String name : rows.get(0)) {
            Optional<Column> column = Column.named(name);
            if (column.isEmpty() || head.size() == MOST_COLUMNS) {
                return faulty(texts.of("staff.file.column", shortened(name)));
            }
            head.add(column.get());
        }
        Optional<Column> lacking =
                Column.NEEDED.stream().filter(column -> !head.contains(column)).findFirst();
        if (lacking.isPresent()) {
            return faulty(texts.of("staff.file.lacks", lacking.get().word()));
        }
        return new ImportFile(rows(head, rows), Optional.empty());
    }

    private static List<ImportedRow> rows(List<Column> head, List<List<String>> rows) {
        List<ImportedRow> read = new ArrayList<>();
        for (int line = 1; line < rows.size(); line++) {
            read.add(ImportedRow.of(line, head, rows.get(line)));
        }
        return List.copyOf(read);
    }

    private static String shortened(String name) {
        return name.length() > 50 ? name.substring(0, 50) + "..." : name;
    }

    private static ImportFile faulty(String sentence) {
        return new ImportFile(List.of(), Optional.of(sentence));
    }
}
