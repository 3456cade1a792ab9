package dev.tailback.verification.benchmarks.twoway;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.Await;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was modified since the last round is written into the others. Of several modifications of one customer in a
 * round the latest wins. What could not be written waits for the next round.
 */
final class NaiveRounds {
    private static final long BETWEEN_ATTEMPTS_MS = 500;

    private final List<NaiveCrm> crms;
    private final List<Map<CustomerCrm, String>> customers;
    private final Map<CustomerCrm, Instant> seen = new EnumMap<>(CustomerCrm.class);
    private final Map<CustomerCrm, Map<String, Instant>> known = new EnumMap<>(CustomerCrm.class);
    private final Map<CustomerCrm, Map<String, Integer>> numbers = new EnumMap<>(CustomerCrm.class);
    private final Map<CustomerCrm, Map<String, Map<String, String>>> waiting = new EnumMap<>(CustomerCrm.class);
    private boolean allAnswered = true;

    private record Newest(CustomerCrm crm, NaiveChange change) {

        static Newest later(Newest one, Newest other) {
            return other.change().at().isAfter(one.change().at()) ? other : one;
        }
    }

    NaiveRounds(List<NaiveCrm> crms, List<Map<CustomerCrm, String>> customers) {
        this.crms = List.copyOf(crms);
        this.customers = List.copyOf(customers);
        for (NaiveCrm crm : crms) {
            seen.put(crm.crm(), Instant.EPOCH);
            known.put(crm.crm(), new HashMap<>());
            numbers.put(crm.crm(), new HashMap<>());
            waiting.put(crm.crm(), new HashMap<>());
        }
        for (int number = 0; number < customers.size(); number++) {
            int one = number;
            customers.get(number).forEach((crm, id) -> of(numbers, crm).put(id, one));
        }
    }

    /** What there is at the beginning is the same everywhere. */
    void begin() {
        for (NaiveCrm crm : crms) {
            while (of(known, crm.crm()).size() < customers.size()) {
                news(crm);
                Await.millis(BETWEEN_ATTEMPTS_MS);
            }
        }
    }

    /** @return whether every CRM answered */
    boolean next() {
        allAnswered = true;
        Map<Integer, Newest> newest = new HashMap<>();
        for (NaiveCrm crm : crms) {
            news(crm).stream()
                    .filter(change -> !change.isOurs())
                    .forEach(change -> newest.merge(
                            Objects.requireNonNull(of(numbers, crm.crm()).get(change.id())),
                            new Newest(crm.crm(), change),
                            Newest::later));
        }
        newest.forEach(this::toOthers);
        crms.forEach(this::write);
        return allAnswered;
    }

    private void tell(NaiveCrm.CrmAway away) {
        allAnswered = false;
        System.out.println(away.getMessage());
    }

    private List<NaiveChange> news(NaiveCrm crm) {
        Map<String, Instant> last = of(known, crm.crm());
        try {
            List<NaiveChange> news = crm.modified(of(seen, crm.crm())).stream()
                    .filter(change -> change.at().isAfter(last.getOrDefault(change.id(), Instant.MIN)))
                    .toList();
            news.forEach(change -> {
                last.put(change.id(), change.at());
                seen.merge(crm.crm(), change.at(), (one, other) -> one.isAfter(other) ? one : other);
            });
            return news;
        } catch (NaiveCrm.CrmAway away) {
            tell(away);
            return List.of();
        }
    }

    private void toOthers(int customer, Newest newest) {
        customers.get(customer).forEach((crm, id) -> {
            if (crm != newest.crm()) {
                of(waiting, crm).put(id, newest.change().values());
            }
        });
    }

    private void write(NaiveCrm crm) {
        Map<String, Map<String, String>> records = of(waiting, crm.crm());
        if (records.isEmpty()) {
            return;
        }
        try {
            crm.write(Map.copyOf(records));
            records.clear();
        } catch (NaiveCrm.CrmAway away) {
            tell(away);
        }
    }

    private static <T> T of(Map<CustomerCrm, T> all, CustomerCrm crm) {
        return Objects.requireNonNull(all.get(crm));
    }
}
