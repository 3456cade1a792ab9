package dev.tailback.hub.drift;

import dev.tailback.crm.Described;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.Transactions;
import dev.tailback.mapping.schema.OrgSchema;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Writes down what was seen of a CRM's schema, and what follows from it, in one transaction. */
@Singleton
class KeepSchema {

    private static final Duration NEXT_LOOK = Duration.ofHours(1);
    private static final Duration NEXT_LOOK_WHILE_STOPPED = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final SchemaRows rows;
    private final RememberSchema remember;
    private final JudgeStops judge;
    private final GoOn goOn;

    KeepSchema(Transactions transactions, SchemaRows rows, RememberSchema remember, JudgeStops judge, GoOn goOn) {
        this.transactions = transactions;
        this.rows = rows;
        this.remember = remember;
        this.judge = judge;
        this.goOn = goOn;
    }

    /**
     * @param begun when the CRM was asked
     * @return whether anything stops or goes on that did not before
     */
    boolean keep(Connection connection, Described described, Instant begun) {
        return transactions.write(() -> {
            rows.watch(connection.crm());
            rows.lock(connection.crm());
            OrgSchema before = remember.remember(connection, described);
            boolean changed = judge.judge(connection, before, described.schema());
            rows.mapped(connection.crm())
                    .map(MappedFields::read)
                    .ifPresent(mapped -> newFields(connection, mapped, described.schema(), rows.now()));
            rows.looked(
                    connection.crm(),
                    MappedFields.of(connection).json(),
                    begun,
                    NEXT_LOOK.toSeconds(),
                    NEXT_LOOK_WHILE_STOPPED.toSeconds());
            return changed;
        });
    }

    /** A field that is mapped since the last look has been passed by; an object that is new is read anyway. */
    private void newFields(Connection connection, MappedFields before, OrgSchema schema, Instant now) {
        connection.objects().stream()
                .filter(before::hadObject)
                .forEach(mapped -> mapped.fields()
                        .forEach((attribute, field) ->
                                field(connection.crm(), mapped, schema, before.field(mapped, attribute), field, now)));
    }

    private void field(String crm, MappedObject mapped, OrgSchema schema, String before, String field, Instant now) {
        if (before.isEmpty()) {
            goOn.newlyMapped(crm, mapped.object(), field, now);
        } else if (!before.equals(field) && isThere(schema, mapped.object(), before)) {
            goOn.movedTo(crm, mapped.object(), before, field, now);
        } else if (!before.equals(field)) {
            goOn.renamedTo(crm, mapped.object(), before, field, now);
        }
    }

    private static boolean isThere(OrgSchema schema, String object, String field) {
        return schema.object(object).flatMap(one -> one.field(field)).isPresent();
    }
}
