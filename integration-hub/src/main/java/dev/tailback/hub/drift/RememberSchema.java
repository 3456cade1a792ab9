package dev.tailback.hub.drift;

import dev.tailback.crm.Described;
import dev.tailback.hub.connections.Connection;
import dev.tailback.mapping.schema.OrgSchema;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes down each schema that differs from the one before, with what is otherwise, in the caller's transaction. */
@Singleton
class RememberSchema {

    private static final int KEPT = 20;

    private final SchemaRows rows;

    RememberSchema(SchemaRows rows) {
        this.rows = rows;
    }

    /** @return the schema that was seen before; the same one where nothing was */
    OrgSchema remember(Connection connection, Described described) {
        Optional<SchemaVersion> last = rows.last(connection.crm());
        if (last.filter(version -> version.stamp().equals(described.stamp())).isPresent()) {
            return described.schema();
        }
        Optional<OrgSchema> before = last.map(version -> KeptSchema.read(rows.described(version.id())));
        rows.append(connection.crm(), described.stamp(), KeptSchema.write(described.schema()));
        before.ifPresent(was -> changes(connection, was, described.schema()));
        rows.forget(connection.crm(), KEPT);
        return before.orElse(described.schema());
    }

    private void changes(Connection connection, OrgSchema before, OrgSchema now) {
        long version = rows.last(connection.crm()).orElseThrow().id();
        new CompareSchemas(before, now)
                .of(connection.objects())
                .forEach(change ->
                        rows.append(version, change.weight(), change.object(), change.field(), change.sentence()));
    }
}
