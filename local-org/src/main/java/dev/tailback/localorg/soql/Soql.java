package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Schema;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Answers queries. */
public final class Soql {

    private final Schema schema;

    public Soql(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param deletedToo also rows in the recycle bin, as queryAll finds them
     * @throws QueryException when the query cannot be answered for this user
     */
    public Answer answer(String text, Reader reader, boolean deletedToo) {
        Query query = new BindQuery(
                        Syntax.parse(text),
                        schema,
                        reader.user(),
                        reader.now(),
                        (inner, column) -> values(inner, column, reader))
                .bind();
        requireGrouped(query);
        return Answer.run(query, reader, deletedToo);
    }

    private static Set<Object> values(Query query, Operand column, Reader reader) {
        FindRows find = new FindRows(reader, false);
        Set<Object> values = new HashSet<>();
        find.arranged(query, find.find(query)).stream()
                .map(row -> column.value(row, reader))
                .filter(Objects::nonNull)
                .forEach(values::add);
        return values;
    }

    private static void requireGrouped(Query query) {
        if (!query.isGrouped()) {
            return;
        }
        query.select().stream()
                .map(Query.Selected::column)
                .flatMap(Optional::stream)
                .map(Query.Column::operand)
                .filter(operand -> !query.groupBy().contains(operand))
                .findFirst()
                .ifPresent(Soql::refuseLoose);
    }

    private static void refuseLoose(Operand operand) {
        throw new QueryException(
                "MALFORMED_QUERY",
                "Field must be grouped or aggregated: " + operand.field().name());
    }
}
