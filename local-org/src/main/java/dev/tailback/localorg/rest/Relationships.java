package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Reference;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.rows.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * {@code /sobjects/X/id/Parent__r} and {@code /sobjects/X/id/Children__r}: what a row belongs to and what belongs to
 * it. REST guide, page traverse-relationships-with-friendly-urls.
 */
final class Relationships {

    private final SingleRows rows;
    private final Queries queries;

    Relationships(SingleRows rows, Queries queries) {
        this.rows = rows;
        this.queries = queries;
    }

    /** Whether the third part of the path is an id and the fourth one of its row's relationships. */
    static boolean isOne(Call call) {
        return call.object(call.segment(1))
                .filter(type -> Ids.parse(call.segment(2)).isPresent())
                .filter(type -> type.field(call.segment(2)).isEmpty())
                .filter(type -> type.parent(call.segment(3)).isPresent()
                        || child(call, type, call.segment(3)).isPresent())
                .isPresent();
    }

    private static Optional<Field> child(Call call, ObjectType type, String name) {
        return call.org().schema().referencesTo(type).stream()
                .filter(field -> field.reference()
                        .flatMap(Reference::childName)
                        .filter(name::equalsIgnoreCase)
                        .isPresent())
                .filter(call.user().access()::canRead)
                .findFirst();
    }

    Reply reply(Call call) {
        ObjectType type = call.object(1);
        Optional<Field> parent = type.parent(call.segment(3)).filter(call.user().access()::canRead);
        return parent.isPresent()
                ? parent(call, parent.get())
                : children(call, child(call, type, call.segment(3)).orElseThrow(ApiException::notFound));
    }

    private Reply parent(Call call, Field reference) {
        String id = above(call, reference).orElseThrow(ApiException::notFound);
        ObjectType target = call.org().schema().objectOf(id).orElseThrow(ApiException::notFound);
        return rows.row(call.at(List.of("sobjects", target.name(), id)));
    }

    private static Optional<String> above(Call call, Field reference) {
        try (Snapshot snapshot = call.snapshot()) {
            return snapshot.find(Ids.parse(call.segment(2)).orElseThrow())
                    .map(row -> (String) row.value(reference.index()));
        }
    }

    private Reply children(Call call, Field reference) {
        if (!call.request().isRead()) {
            throw ApiException.methodNotAllowed(call.method(), "GET,HEAD");
        }
        String fields = call.request().param("fields").orElse("FIELDS(STANDARD)");
        String id = Ids.parse(call.segment(2)).orElseThrow();
        return queries.query(
                call,
                "SELECT " + fields + " FROM " + reference.object() + " WHERE " + reference.name() + " = '" + id + "'");
    }
}
