package dev.tailback.app.finance.lines;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * Tailback's own file of lines: stable ids, days and times as ISO 8601, exact prices and rounded amounts beside their
 * currency. The same lines give the same bytes, whenever they are written.
 */
public final class LinesAsCsv {

    private static final List<LineValue> COLUMNS = Arrays.stream(LineValue.values())
            .filter(value -> value != LineValue.LINE_ID)
            .toList();

    private LinesAsCsv() {}

    public static byte[] write(List<UsageLine> lines, ZoneId zone) {
        StringBuilder file = new StringBuilder();
        file.append(Csv.row(COLUMNS.stream().map(LineValue::word).toList(), ','));
        lines.forEach(line -> file.append(row(line, zone)));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(UsageLine line, ZoneId zone) {
        String period = LineValue.period(line, zone);
        return Csv.row(COLUMNS.stream().map(value -> value.of(line, period)).toList(), ',');
    }
}
