package dev.tailback.verification.benchmarks.twoway;

import dev.tailback.verification.customers.CustomerCrm;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One CRM as the sync sees it. Its companies only. */
interface NaiveCrm {

    CustomerCrm crm();

    /**
     * @param since modified then or later
     * @throws CrmAway if it does not answer as it should
     */
    List<NaiveChange> modified(Instant since);

    /**
     * Writes whole records.
     *
     * @param records values by attribute, by id
     * @throws CrmAway if it does not answer as it should
     */
    void write(Map<String, Map<String, String>> records);

    /** The next round tries again. */
    final class CrmAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        CrmAway(String message) {
            super(message);
        }
    }
}
