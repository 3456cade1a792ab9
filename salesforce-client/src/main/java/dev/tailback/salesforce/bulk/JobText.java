package dev.tailback.salesforce.bulk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a job is filled with: CSV with a row for each record. An empty cell leaves alone what Salesforce holds, and
 * {@link #NONE} takes it away.
 */
public final class JobText {

    public static final String NONE = "#N/A";

    /** Salesforce takes 150 MB after it has written the text in Base64. */
    public static final int MOST_BYTES = 100 * 1000 * 1000;

    private final int mostBytes;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private JobText(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** @param columns API names of fields */
    public static JobText of(List<String> columns, int mostBytes) {
        JobText text = new JobText(mostBytes);
        text.text.writeBytes(line(columns));
        return text;
    }

    /** @return whether there was room for it */
    public boolean add(List<String> cells) {
        byte[] line = line(cells);
        boolean fits = text.size() + line.length <= mostBytes;
        if (fits) {
            text.writeBytes(line);
        }
        return fits;
    }

    public byte[] bytes() {
        return text.toByteArray();
    }

    /** Whether a cell with this text would say something else. */
    public static boolean isMisread(String value) {
        return value.strip().equals(NONE);
    }

    private static byte[] line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
