package dev.tailback.hub.running;

import dev.tailback.crm.Answer;
import dev.tailback.hub.allowance.Priority;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.drift.ReadUnseen;
import dev.tailback.hub.drift.WatchSchemas;
import dev.tailback.hub.observations.ReadChanges;
import jakarta.inject.Singleton;
import java.time.Duration;

/** One round with one CRM: what its schema is, what changed, and what of fields that came back is not read yet. */
@Singleton
class ReadCrm {

    private final ConnectedCrms crms;
    private final ReadChanges changes;
    private final ReadUnseen unseen;
    private final WatchSchemas watch;
    private final Pauses pauses;

    ReadCrm(ConnectedCrms crms, ReadChanges changes, ReadUnseen unseen, WatchSchemas watch, Pauses pauses) {
        this.crms = crms;
        this.changes = changes;
        this.unseen = unseen;
        this.watch = watch;
        this.pauses = pauses;
    }

    /** @return how long to rest: not at all while there is more to read, long while the CRM is away or refuses */
    Duration round(String crm) {
        crms.asMapped(crm, Priority.LIVE).ifPresent(watch::watch);
        Rest rest = new Rest(pauses.poll());
        crms.of(crm).ifPresent(connection -> connection.objects().forEach(mapped -> read(connection, mapped, rest)));
        return rest.time();
    }

    private void read(Connection connection, MappedObject mapped, Rest rest) {
        rest.after(changes.next(connection, mapped));
        rest.after(unseen.next(connection, mapped));
    }

    /** Long wins over none, since a CRM that is away is away for all its objects; and none wins over the usual one. */
    private static final class Rest {

        private final Duration usual;
        private boolean isMore;
        private Duration away = Duration.ZERO;

        Rest(Duration usual) {
            this.usual = usual;
        }

        void after(Answer<Boolean> answer) {
            answer.<Runnable>fold(
                            more -> () -> isMore |= more,
                            refused -> () -> away(Pauses.AFTER_REFUSAL),
                            unavailable -> () -> away(unavailable.retryAfter().orElse(Pauses.IN_AN_OUTAGE)))
                    .run();
        }

        private void away(Duration time) {
            Duration bounded = time.compareTo(Pauses.LONGEST_OUTAGE) > 0 ? Pauses.LONGEST_OUTAGE : time;
            away = bounded.compareTo(away) > 0 ? bounded : away;
        }

        Duration time() {
            if (!away.isZero()) {
                return away;
            }
            return isMore ? Duration.ZERO : usual;
        }
    }
}
