package dev.tailback.hub.drift;

import dev.tailback.hub.database.Transactions;
import dev.tailback.mapping.drift.Weight;
import dev.tailback.mapping.schema.OrgField;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A person says that a field of another type is right as it is now; the next look lets it go on. */
@Singleton
public class AcceptField {

    private final Transactions transactions;
    private final StopRows stops;
    private final SchemaRows schemas;

    AcceptField(Transactions transactions, StopRows stops, SchemaRows schemas) {
        this.transactions = transactions;
        this.stops = stops;
        this.schemas = schemas;
    }

    /**
     * @param who an account
     * @return false when the field is not stopped, or is not there at all
     */
    public boolean accept(String crm, String object, String field, String who) {
        return transactions.write(() -> schemas.last(crm)
                .filter(version -> isStopped(crm, object, field))
                .flatMap(version -> field(version, object, field).map(now -> accepted(version, object, now, who)))
                .orElse(false));
    }

    private boolean isStopped(String crm, String object, String field) {
        return stops.of(crm).stream().anyMatch(stop -> stop.isOf(object, field) && stop.isUnseen());
    }

    private Optional<OrgField> field(SchemaVersion version, String object, String field) {
        return KeptSchema.read(schemas.described(version.id())).object(object).flatMap(one -> one.field(field));
    }

    private boolean accepted(SchemaVersion version, String object, OrgField now, String who) {
        stops.accept(version.crm(), object, now.name(), KeptSchema.write(now));
        schemas.append(
                version.id(),
                Weight.HARMLESS,
                object,
                now.name(),
                object + "." + now.name() + " was accepted by " + who + " as it is: " + now.type() + ".");
        schemas.soon(version.crm());
        return true;
    }
}
