package dev.tailback.verification.benchmarks.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows under headings, printed as the documents keep them (Markdown). */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** @param cells as many as there are headings */
    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell.toString());
        }
        if (row.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(row + " does not fit under " + rows.get(0));
        }
        rows.add(row);
        return this;
    }

    public void print(PrintStream out) {
        out.println();
        out.println(line(rows.get(0)));
        out.println(line(rows.get(0).stream().map(heading -> "---").toList()));
        rows.subList(1, rows.size()).forEach(row -> out.println(line(row)));
        out.println();
        out.flush();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
