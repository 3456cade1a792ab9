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
import java.util.Optional;

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
        crms.of(crm)
                .ifPresent(live -> crms.of(crm, Priority.BACKFILL)
                        .ifPresent(backfill -> live.objects().forEach(mapped -> read(live, backfill, mapped, rest))));
        return rest.time();
    }

    /** What is read from its beginning stops earlier than what changes now. */
    private void read(Connection live, Connection backfill, MappedObject mapped, Rest rest) {
        if (changes.isFirstReading(live, mapped)) {
            rest.afterBackfill(changes.next(backfill, mapped));
        } else {
            rest.after(changes.next(live, mapped));
        }
        rest.afterBackfill(unseen.next(backfill, mapped));
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
            answered(answer)
                    .ifPresent(unavailable -> away(unavailable.retryAfter().orElse(Pauses.IN_AN_OUTAGE)));
        }

        /** What changes now does not wait with it; whether the CRM may be called is asked before each call anyway. */
        void afterBackfill(Answer<Boolean> answer) {
            answered(answer);
        }

        private Optional<Answer.Unavailable<Boolean>> answered(Answer<Boolean> answer) {
            return answer.fold(
                    more -> {
                        isMore |= more;
                        return Optional.empty();
                    },
                    refused -> {
                        away(Pauses.AFTER_REFUSAL);
                        return Optional.empty();
                    },
                    Optional::of);
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
