package dev.tailback.app.finance.profiles;

import dev.tailback.app.finance.lines.Csv;
import dev.tailback.app.finance.lines.LineKind;
import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * How lines are written for one program.
 *
 * @param name of its file, without the ending
 * @param takesReversals whether the program takes negative quantities
 */
record ExportProfile(String name, String title, boolean takesReversals, List<ExportColumn> columns) {

    private static final Set<String> NAMES = Set.of("title", "reversals", "columns");
    private static final int MOST_COLUMNS = 100;
    private static final TextRule TEXT = TextRule.line(200);

    /** @throws dev.tailback.web.problems.Problem that names everything that is wrong with the file */
    static ExportProfile read(String name, byte[] file) {
        JsonObject profile = JsonBody.read(file).object(NAMES);
        String title = profile.requiredText("title", TEXT);
        String reversals = profile.requiredText("reversals", TEXT);
        if (!reversals.isEmpty() && !Set.of("keep", "refuse").contains(reversals)) {
            profile.wrong("reversals", "must be keep or refuse");
        }
        List<ExportColumn> columns = profile.objects("columns", MOST_COLUMNS, ExportColumn.NAMES).stream()
                .map(ExportColumn::read)
                .toList();
        profile.refuse();
        return new ExportProfile(name, title, reversals.equals("keep"), columns);
    }

    /** @throws dev.tailback.web.problems.Problem 409 {@code profile_cannot_reverse}, {@code profile_unmapped} */
    byte[] write(List<UsageLine> lines, ZoneId zone) {
        long reversals =
                lines.stream().filter(line -> line.kind() == LineKind.REVERSAL).count();
        if (reversals > 0 && !takesReversals) {
            throw ProfileProblems.cannotReverse(this, reversals);
        }
        StringBuilder file = new StringBuilder();
        file.append(Csv.row(columns.stream().map(ExportColumn::name).toList(), ','));
        lines.forEach(line -> file.append(
                Csv.row(columns.stream().map(column -> column.of(line, zone)).toList(), ',')));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
