package dev.tailback.app.adimport;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of CSV, or of cells copied from a spreadsheet. The separator is the one that the first line holds most often: a
 * comma, a semicolon or a tab. A cell in quotes may hold separators, line breaks and doubled quotes.
 *
 * @param closed whether every quote was closed
 */
record CsvTable(List<List<String>> rows, boolean closed) {

    static CsvTable of(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Reader(plain, separator(plain.lines().findFirst().orElse(""))).read();
    }

    private static char separator(String head) {
        char best = ',';
        for (char separator : new char[] {';', '\t'}) {
            if (count(head, separator) > count(head, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    private static final class Reader {

        private final String text;
        private final char separator;
        private final List<List<String>> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private boolean quoted;

        private Reader(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        private CsvTable read() {
            for (int at = 0; at < text.length(); at++) {
                char letter = text.charAt(at);
                if (quoted && letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else if (letter == '"' && (quoted || cell.toString().isBlank())) {
                    quoted = !quoted;
                } else if (quoted) {
                    cell.append(letter);
                } else {
                    plain(letter);
                }
            }
            boolean closed = !quoted;
            endRow();
            return new CsvTable(List.copyOf(rows), closed);
        }

        private void plain(char letter) {
            if (letter == separator) {
                endCell();
            } else if (letter == '\n') {
                endRow();
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }

        private void endCell() {
            row.add(cell.toString().strip());
            cell.setLength(0);
        }

        private void endRow() {
            endCell();
            if (row.stream().anyMatch(each -> !each.isEmpty())) {
                rows.add(List.copyOf(row));
            }
            row = new ArrayList<>();
        }
    }
}
