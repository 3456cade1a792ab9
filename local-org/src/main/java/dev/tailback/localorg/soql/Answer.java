package dev.tailback.localorg.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.wire.WireValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows a query found, to be written page by page. */
public final class Answer {

    private final Query query;
    private final Shape shape;
    private final List<Row> rows;
    private final List<List<Row>> groups;
    private final int totalSize;
    private final boolean deletedToo;
    private final Formulas formulas;

    private Answer(
            Query query, List<Row> rows, List<List<Row>> groups, int totalSize, boolean deletedToo, Reader reader) {
        this.formulas = reader.formulas();
        this.query = query;
        this.shape = Shape.of(query.select());
        this.rows = rows;
        this.groups = groups;
        this.totalSize = totalSize;
        this.deletedToo = deletedToo;
    }

    static Answer run(Query query, Reader reader, boolean deletedToo) {
        FindRows find = new FindRows(reader, deletedToo);
        List<Row> found = find.find(query);
        if (query.countsOnly()) {
            return new Answer(
                    query, List.of(), List.of(), find.arranged(query, found).size(), deletedToo, reader);
        }
        if (query.isGrouped()) {
            List<List<Row>> groups = new Groups(query, reader).of(found);
            return new Answer(query, List.of(), groups, groups.size(), deletedToo, reader);
        }
        List<Row> rows = new ArrayList<>(find.arranged(query, found));
        return new Answer(query, rows, List.of(), rows.size(), deletedToo, reader);
    }

    /** False once the org has another schema than the one under which the rows were found. */
    public boolean isReadable(Reader reader) {
        return formulas == reader.formulas();
    }

    /** How many records the answer has on all its pages. */
    public int totalSize() {
        return totalSize;
    }

    /** The object of the records. */
    public ObjectType type() {
        return query.type();
    }

    /** True when every record is a plain list of values: no groups, no children. */
    public boolean isFlat() {
        return !query.isGrouped()
                && !query.countsOnly()
                && query.select().stream()
                        .allMatch(selected -> selected.column().isPresent());
    }

    /** The columns of a flat answer as written in a header, with the way to parents: {@code Parent__r.Name}. */
    public List<String> columns() {
        return columnsOf().map(Answer::header).toList();
    }

    private static String header(Query.Column column) {
        StringBuilder header = new StringBuilder();
        column.operand()
                .path()
                .steps()
                .forEach(step -> header.append(
                                step.reference().orElseThrow().parentName().orElseThrow())
                        .append('.'));
        return header.append(column.name()).toString();
    }

    /** What the columns are, as {@code columns=true} asks for. */
    public void writeColumns(JsonGenerator json) throws IOException {
        ColumnMetadata.write(json, query);
    }

    /** One record of a flat answer, as text; blank is empty text. */
    public List<String> texts(int index, Reader reader) {
        return columnsOf()
                .map(column -> WireValues.text(
                        column.operand().type(), column.operand().value(rows.get(index), reader)))
                .toList();
    }

    private Stream<Query.Column> columnsOf() {
        return query.select().stream().map(Query.Selected::column).flatMap(Optional::stream);
    }

    public boolean isGrouped() {
        return query.isGrouped();
    }

    /** How many records can be written. */
    public int size() {
        return query.isGrouped() ? groups.size() : rows.size();
    }

    /** Writes the records of a page as elements of an array. */
    public void write(JsonGenerator json, Reader reader, String versionPath, int from, int to) throws IOException {
        QueryOutput output = new QueryOutput(json, reader, new FindRows(reader, deletedToo), versionPath);
        for (int index = from; index < to; index++) {
            if (query.isGrouped()) {
                new GroupRecord(query, reader).write(json, groups.get(index));
            } else {
                shape.write(rows.get(index), output);
            }
        }
    }
}
