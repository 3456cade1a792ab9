package dev.tailback.hub.drift;

import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells people what of a CRM's schema is otherwise, what is stopped because of it, and what to do. Changes nothing. */
@Singleton
public class Drift {

    private static final int MOST_VERSIONS = 20;

    private final SchemaRows rows;
    private final SchemaChangeRows changes;
    private final StopRows stops;

    Drift(SchemaRows rows, SchemaChangeRows changes, StopRows stops) {
        this.rows = rows;
        this.changes = changes;
        this.stops = stops;
    }

    /** Of all CRMs. */
    public List<StoppedField> stopped() {
        return stops.all().stream().map(this::shown).toList();
    }

    public List<StoppedField> stopped(String crm) {
        return stops.of(crm).stream().map(this::shown).toList();
    }

    /** When the schema was asked last; empty when never. */
    public Optional<Instant> lookedAt(String crm) {
        return rows.lookedAt(crm);
    }

    /** The newest first, 20 at most. */
    public List<SchemaVersion> versions(String crm) {
        return rows.versions(crm, MOST_VERSIONS);
    }

    /** What was otherwise in a version than in the one before; what matters most first. */
    public List<SchemaChange> changes(long version) {
        return changes.of(version).stream().map(SchemaChangeRow::change).toList();
    }

    /** New names for fields that went, the likeliest of each first. */
    public List<Rename> suggestions(String crm) {
        return now(crm).map(now -> stops.of(crm).stream()
                        .filter(FieldStop::isUnseen)
                        .filter(stop -> !attribute(stop).isEmpty())
                        .flatMap(stop -> new NewNames(stop, attribute(stop), mapped(crm)).in(now))
                        .toList())
                .orElse(List.of());
    }

    private Optional<OrgSchema> now(String crm) {
        return rows.last(crm).map(version -> KeptSchema.read(rows.described(version.id())));
    }

    private StoppedField shown(FieldStop stop) {
        return new StoppedField(
                stop.crm(),
                stop.object(),
                stop.field(),
                attribute(stop),
                stop.scope(),
                stop.since(),
                stop.sentence(),
                stop.mend(),
                stop.isUnseen() && isThere(stop));
    }

    private boolean isThere(FieldStop stop) {
        Optional<OrgField> field = now(stop.crm())
                .flatMap(schema -> schema.object(stop.object()))
                .flatMap((OrgObject object) -> object.field(stop.field()));
        return field.isPresent();
    }

    private MappedFields mapped(String crm) {
        return rows.mapped(crm).map(MappedFields::read).orElseGet(MappedFields::nothing);
    }

    private String attribute(FieldStop stop) {
        return mapped(stop.crm()).attribute(stop.object(), stop.field());
    }
}
