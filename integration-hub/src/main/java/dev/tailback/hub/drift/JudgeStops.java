package dev.tailback.hub.drift;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.TextList;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of each mapped field and object whether it can be used as it is now, in the caller's transaction. */
@Singleton
class JudgeStops {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeStops.class);

    private final StopRows rows;
    private final GoOn goOn;

    JudgeStops(StopRows rows, GoOn goOn) {
        this.rows = rows;
        this.goOn = goOn;
    }

    /** @return whether anything stops or goes on that did not before */
    boolean judge(Connection connection, OrgSchema before, OrgSchema now) {
        List<FieldStop> stopped = rows.of(connection.crm());
        boolean changed = endUnmapped(connection, stopped);
        for (MappedObject mapped : connection.objects()) {
            changed |= new OneObject(connection.crm(), mapped, before, stopped).judge(now);
        }
        return changed;
    }

    private boolean endUnmapped(Connection connection, List<FieldStop> stopped) {
        List<FieldStop> unmapped = stopped.stream()
                .filter(stop -> connection
                        .object(stop.object())
                        .filter(mapped -> stop.scope() == StopScope.OBJECT
                                || mapped.named().contains(stop.field()))
                        .isEmpty())
                .toList();
        unmapped.forEach(stop -> rows.end(stop.crm(), stop.object(), stop.field()));
        return !unmapped.isEmpty();
    }

    private final class OneObject {

        private final String crm;
        private final MappedObject mapped;
        private final Optional<OrgObject> before;
        private final List<FieldStop> stopped;

        OneObject(String crm, MappedObject mapped, OrgSchema before, List<FieldStop> stopped) {
            this.crm = crm;
            this.mapped = mapped;
            this.before = before.object(mapped.object());
            this.stopped = stopped;
        }

        boolean judge(OrgSchema now) {
            Optional<OrgObject> object = now.object(mapped.object());
            if (object.isEmpty()) {
                return keep("", FieldVerdict.objectGone(mapped.object()), Optional.empty());
            }
            boolean changed = stop("").map(this::ended).orElse(false);
            for (String field : mapped.named()) {
                changed |= field(field, object.get().field(field));
            }
            return changed;
        }

        private boolean field(String field, Optional<OrgField> now) {
            Optional<FieldStop> stop = stop(field);
            Optional<OrgField> was =
                    stop.isPresent() ? stop.get().usable() : before.flatMap(object -> object.field(field));
            FieldVerdict verdict = FieldVerdict.of(mapped.object() + "." + field, was, now);
            return verdict.stops().isPresent()
                    ? keep(field, verdict, was)
                    : stop.map(this::ended).orElse(false);
        }

        private boolean ended(FieldStop stop) {
            goOn.after(stop);
            return true;
        }

        /** Also what is stopped already is taken out of what waits: another hub may have planned it meanwhile. */
        private boolean keep(String field, FieldVerdict verdict, Optional<OrgField> was) {
            Optional<FieldStop> stop = stop(field);
            if (!field.isEmpty()) {
                goOn.without(crm, mapped.object(), field);
            }
            if (stop.filter(verdict::isSameAs).isPresent()) {
                return false;
            }
            stop.filter(FieldStop::isUnseen)
                    .filter(unseen -> verdict.stops().get() == StopScope.WRITING)
                    .ifPresent(goOn::readable);
            LOG.warn("CRM {}: {}", crm, verdict.sentence());
            rows.stop(
                    crm,
                    mapped.object(),
                    field,
                    verdict.stops().get(),
                    verdict.sentence(),
                    verdict.mend(),
                    was.map(KeptSchema::write).orElse(null),
                    TextList.json(names()));
            return true;
        }

        private List<String> names() {
            return before.map(object ->
                            object.fields().stream().map(OrgField::name).toList())
                    .orElse(List.of());
        }

        private Optional<FieldStop> stop(String field) {
            return stopped.stream()
                    .filter(stop -> stop.isOf(mapped.object(), field))
                    .findFirst();
        }
    }
}
