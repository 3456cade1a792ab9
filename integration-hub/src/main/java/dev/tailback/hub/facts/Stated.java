package dev.tailback.hub.facts;

import java.util.List;

/** The facts of a record that are there already. */
record Stated(List<FactRow> rows) {

    boolean has(String attribute, String field) {
        return rows.stream()
                .anyMatch(
                        row -> row.attribute().equals(attribute) && row.field().equals(field));
    }
}
