package dev.tailback.hub.allowance;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what a call taught, in the caller's transaction. An outage is logged once when it begins, once when it ends. */
@Singleton
class KeepLesson {

    private static final Logger LOG = LoggerFactory.getLogger(KeepLesson.class);
    private static final Duration FIRST_PROBE = Duration.ofSeconds(2);
    private static final Duration LAST_PROBE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 8;

    private final AllowanceRows rows;

    KeepLesson(AllowanceRows rows) {
        this.rows = rows;
    }

    void keep(Turn.May may, AllowanceRow before, Lesson lesson) {
        String crm = may.crm();
        lesson.left()
                .ifPresent(left -> rows.told(
                        crm, left, lesson.most().stream().boxed().findFirst().orElse(null)));
        lesson.told().ifPresent(wait -> rows.mustWait(crm, wait.time().toMillis(), wait.reason()));
        if (lesson.outage().isPresent()) {
            down(may, before, lesson.outage().get());
        } else if (lesson.told().isEmpty()) {
            answered(before);
        } else if (may.isProbe()) {
            rows.probeEnded(crm);
        }
    }

    /** Calls that were out when the outage began fail late; only a probe makes the wait grow. */
    private void down(Turn.May may, AllowanceRow before, Lesson.Outage outage) {
        if (!before.isDown()) {
            LOG.warn("CRM {} is down: {} {}", may.crm(), outage.code(), outage.reason());
        }
        if (!before.isDown() || may.isProbe()) {
            rows.down(
                    may.crm(),
                    outage.code(),
                    outage.reason(),
                    wait(before.probes()).toMillis());
        }
    }

    private void answered(AllowanceRow before) {
        if (before.isDown()) {
            LOG.info("CRM {} is back; it was down since {}", before.crm(), before.downSince());
        }
        rows.answered(before.crm());
    }

    static Duration wait(int probes) {
        Duration wait = FIRST_PROBE.multipliedBy(1L << Math.min(probes, MOST_DOUBLINGS));
        return wait.compareTo(LAST_PROBE) > 0 ? LAST_PROBE : wait;
    }
}
