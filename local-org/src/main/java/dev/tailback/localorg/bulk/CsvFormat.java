package dev.tailback.localorg.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a job's CSV is written. Bulk guide, page create-a-job.
 *
 * @param delimiter Salesforce's name of it, such as {@code COMMA}
 * @param lineEnding {@code LF} or {@code CRLF}
 */
public record CsvFormat(String delimiter, String lineEnding) {
    private static final Map<String, Character> DELIMITERS =
            Map.of("BACKQUOTE", '`', "CARET", '^', "COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "TAB", '\t');

    /** The value that makes a field blank. */
    public static final String BLANK = "#N/A";

    /**
     * @throws IllegalArgumentException when Salesforce knows no such delimiter or line ending
     */
    public CsvFormat {
        if (!DELIMITERS.containsKey(delimiter)) {
            throw new IllegalArgumentException("columnDelimiter must be one of "
                    + DELIMITERS.keySet().stream().sorted().toList() + ", not " + delimiter);
        }
        if (!lineEnding.equals("LF") && !lineEnding.equals("CRLF")) {
            throw new IllegalArgumentException("lineEnding must be LF or CRLF, not " + lineEnding);
        }
    }

    private char mark() {
        return Optional.ofNullable(DELIMITERS.get(delimiter)).orElseThrow();
    }

    private String end() {
        return lineEnding.equals("LF") ? "\n" : "\r\n";
    }

    /**
     * The rows of a text, the header first; blank lines are left out.
     *
     * @throws IllegalArgumentException when lines end otherwise than said or a quote is never closed
     */
    public List<List<String>> read(String text) {
        return new ReadCsv(mark(), lineEnding, text.startsWith("\uFEFF") ? text.substring(1) : text).rows();
    }

    public String line(List<String> cells) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            written.add('"' + (cell == null ? "" : cell.replace("\"", "\"\"")) + '"');
        }
        return String.join(String.valueOf(mark()), written) + end();
    }

    static CsvFormat of(String delimiter, String lineEnding) {
        return new CsvFormat(delimiter.toUpperCase(Locale.ROOT), lineEnding.toUpperCase(Locale.ROOT));
    }
}
