package dev.tailback.hub.drift;

import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.intents.Intents;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when something stops and when it goes on, in the caller's transaction. */
@Singleton
class GoOn {

    private static final Logger LOG = LoggerFactory.getLogger(GoOn.class);

    private final StopRows stops;
    private final ReadingRows readings;
    private final HeldFields held;
    private final Intents intents;
    private final Goldens goldens;

    GoOn(StopRows stops, ReadingRows readings, HeldFields held, Intents intents, Goldens goldens) {
        this.stops = stops;
        this.readings = readings;
        this.held = held;
        this.intents = intents;
        this.goldens = goldens;
    }

    /** Writes that wait go without it. */
    void without(String crm, String object, String field) {
        intents.without(crm, object, field);
    }

    void after(FieldStop stop) {
        stops.end(stop.crm(), stop.object(), stop.field());
        LOG.info("CRM {}: {} {} goes on", stop.crm(), stop.object(), stop.field());
        if (stop.isUnseen()) {
            readable(stop);
        } else {
            goldens.dueOf(stop.crm(), stop.object());
        }
    }

    /** What people said there meanwhile is read from the beginning. */
    void readable(FieldStop stop) {
        held.unseen(stop.crm(), stop.object(), stop.field());
        readings.begin(stop.crm(), stop.object(), stop.field(), stop.since());
    }

    /** @param before the field that stood for the attribute until now */
    void movedTo(String crm, String object, String before, String field, Instant since) {
        held.moved(crm, object, before, field);
        newlyMapped(crm, object, field, since);
    }

    /** The field before is not there any more, so what people said in it was said in this one. */
    void renamedTo(String crm, String object, String before, String field, Instant since) {
        held.renamed(crm, object, before, field);
        movedTo(crm, object, before, field, since);
    }

    void newlyMapped(String crm, String object, String field, Instant since) {
        readings.begin(crm, object, field, since);
    }
}
