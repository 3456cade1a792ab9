package dev.tailback.app.drift;

import dev.tailback.app.mapping.ActiveMapping;
import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.schema.MappedSchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Describes what the mapping in use names, and lets it be judged. An org that cannot be asked, or that describes what
 * no org can be, has not changed: then nothing is known, and what is in force stays.
 */
@Singleton
class LookAtSchema {

    /** The org does not promise that a withdrawn right counts as a change, so each day everything is described anew. */
    private static final Duration WHOLE_EVERY = Duration.ofHours(23);

    private final ActiveMapping active;
    private final MappedSchemaReader reader;
    private final SchemaRows rows;
    private final NoteSchema note;
    private final Clock clock;

    LookAtSchema(ActiveMapping active, SalesforceSession session, SchemaRows rows, NoteSchema note, Clock clock) {
        this.active = active;
        this.reader = new MappedSchemaReader(session);
        this.rows = rows;
        this.note = note;
        this.clock = clock;
    }

    /** What has changed by the org's own word, or everything when that was long ago. */
    void look() {
        boolean isLongAgo = rows.watch()
                .whole()
                .filter(at -> at.plus(WHOLE_EVERY).isAfter(clock.instant()))
                .isEmpty();
        look(isLongAgo);
    }

    /** Everything, because somebody wants to know. */
    void lookAtAll() {
        rows.begin(clock.instant());
        look(true);
    }

    private void look(boolean isWhole) {
        Instant begun = clock.instant();
        ActiveVersion version = active.read();
        Mapping mapping = version.mapping();
        Reading<OrgSchema> described = isWhole ? reader.read(mapping) : reader.readChanged(mapping);
        described.fold(
                found -> seen(new SchemaLook(
                        begun, version, found.value(), reader.namesForMissing(mapping, found.value()), isWhole)),
                () -> note.failed(begun, "NOT_FOUND", "Salesforce describes nothing."),
                refused -> note.failed(begun, refused.code(), refused.reason()),
                unavailable -> note.failed(begun, unavailable.code(), unavailable.reason()));
    }

    private boolean seen(SchemaLook look) {
        return look.schema().objects().stream()
                .filter(LookAtSchema::isNonsense)
                .findFirst()
                .map(object -> note.failed(
                        look.begunAt(),
                        SchemaSmells.NONSENSE,
                        "Salesforce describes " + object.name()
                                + " without an id, which every object has. See who answers in its place."))
                .orElseGet(() -> note.found(look));
    }

    /** Every object of every org has an id that its user may see. */
    private static boolean isNonsense(OrgObject object) {
        return object.field("Id").isEmpty();
    }
}
