package dev.tailback.app.adimport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of the file as it was typed.
 *
 * @param line from 1; the row below the names of the columns is 1
 * @param cells by their columns
 */
record ImportedRow(int line, List<Cell> cells) {

    record Cell(Column column, String text) {}

    /** Units of a product, both as typed. */
    record Booked(String product, String units) {}

    static ImportedRow of(int line, List<Column> head, List<String> row) {
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < head.size(); at++) {
            cells.add(new Cell(head.get(at), at < row.size() ? row.get(at) : ""));
        }
        return new ImportedRow(line, List.copyOf(cells));
    }

    String text(Column column) {
        return all(column).stream().findFirst().orElse("");
    }

    /** Products that have a name or units. */
    List<Booked> booked() {
        List<String> products = all(Column.PRODUCT);
        List<String> units = all(Column.UNITS);
        List<Booked> booked = new ArrayList<>();
        for (int at = 0; at < Math.min(products.size(), units.size()); at++) {
            if (!(products.get(at) + units.get(at)).isBlank()) {
                booked.add(new Booked(products.get(at), units.get(at)));
            }
        }
        return List.copyOf(booked);
    }

    /** For people: what it books. */
    String summary() {
        return booked().stream()
                .map(each -> each.units() + " × " + each.product())
                .collect(Collectors.joining(", "));
    }

    private List<String> all(Column column) {
        return cells.stream()
                .filter(cell -> cell.column() == column)
                .map(Cell::text)
                .toList();
    }
}
