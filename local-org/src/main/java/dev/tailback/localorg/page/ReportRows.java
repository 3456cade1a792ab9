package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Criterion;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Report;
import dev.tailback.localorg.metadata.ReportType;
import dev.tailback.localorg.rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows a report stands on: each is a path from a row of its object down to a detail of a detail. */
final class ReportRows {

    /** A field of the row at one place of a path. */
    record Cell(int place, Field field) {
        @Nullable
        Object value(Reading reading, List<Row> path) {
            return reading.value(path.get(place), field);
        }
    }

    private final Reading reading;
    private final ReportType type;
    private final List<Field> references = new ArrayList<>();

    private ReportRows(Reading reading, ReportType type) {
        this.reading = reading;
        this.type = type;
    }

    /** Empty when the schema has no such objects. */
    static Optional<ReportRows> of(Reading reading, ReportType type) {
        ReportRows rows = new ReportRows(reading, type);
        Optional<ObjectType> object = reading.org().schema().object(type.object());
        for (String relationship : type.relationships()) {
            Optional<Field> reference = object.flatMap(parent -> rows.reference(parent, relationship));
            reference.ifPresent(rows.references::add);
            object = reference.flatMap(field -> reading.org().schema().object(field.object()));
        }
        return object.map(found -> rows);
    }

    private Optional<Field> reference(ObjectType parent, String relationship) {
        return reading.org().schema().referencesTo(parent).stream()
                .filter(field -> field.reference()
                        .orElseThrow()
                        .childName()
                        .filter(relationship::equals)
                        .isPresent())
                .findFirst();
    }

    /** By a name such as {@code Contract.Contract_Products__r$Units_Sold__c}. */
    Optional<Cell> cell(String name) {
        String[] parts = name.split("\\$", 2);
        int place = parts[0].split("\\.").length - 1;
        if (parts.length < 2 || place > references.size()) {
            return Optional.empty();
        }
        String object = place == 0 ? type.object() : references.get(place - 1).object();
        return reading.org()
                .schema()
                .object(object)
                .flatMap(found -> Column.field(found, parts[1]))
                .map(field -> new Cell(place, field));
    }

    List<List<Row>> meeting(Report report) {
        List<Map.Entry<Cell, Criterion>> criteria = report.criteria().stream()
                .flatMap(criterion -> cell(criterion.field()).stream().map(cell -> Map.entry(cell, criterion)))
                .toList();
        List<List<Row>> found = new ArrayList<>();
        reading.reader().snapshot().each(reading.org().schema().known(type.object()), row -> {
            if (!row.isDeleted()) {
                below(List.of(row), found);
            }
        });
        found.removeIf(path -> criteria.stream()
                .anyMatch(entry -> !new Wanted(entry.getKey().field(), entry.getValue())
                        .by(entry.getKey().value(reading, path))));
        return found;
    }

    private void below(List<Row> path, List<List<Row>> found) {
        if (path.size() > references.size()) {
            found.add(path);
            return;
        }
        Row last = path.get(path.size() - 1);
        for (Row child : reading.reader().snapshot().children(references.get(path.size() - 1), last.id())) {
            if (!child.isDeleted()) {
                List<Row> longer = new ArrayList<>(path);
                longer.add(child);
                below(longer, found);
            }
        }
    }
}
