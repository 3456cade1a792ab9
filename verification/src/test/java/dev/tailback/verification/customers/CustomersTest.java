package dev.tailback.verification.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Fit;
import dev.tailback.hub.matching.Joined;
import dev.tailback.hub.matching.Joining;
import dev.tailback.hub.matching.Judge;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.matching.MemoryIndex;
import dev.tailback.hub.matching.Model;
import dev.tailback.hub.matching.StewardDecisions;
import dev.tailback.hub.matching.Thresholds;
import dev.tailback.hub.quality.RecordQuality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story counts on what the hub makes of the customers, in whatever order the CRMs tell of them. */
class CustomersTest {
    private final Customers customers = Customers.shipped();
    private final Set<String> questions = new TreeSet<>();
    private final Map<String, Set<Integer>> numbers = new TreeMap<>();
    private final Map<String, String> groups = new HashMap<>();

    @Test
    void each_of_forty_customers_stands_in_three_crms_and_one_of_them_twice_in_one() {
        assertEquals(40, customers.count());
        assertEquals(40, customers.of(CustomerCrm.SALES).size());
        assertEquals(41, customers.of(CustomerCrm.MARKETING).size());
        assertEquals(40, customers.of(CustomerCrm.SHOP).size());
    }

    @Test
    void no_value_is_refused_by_the_rules_of_quality() {
        List<String> refused = new ArrayList<>();
        customers.copies().forEach(copy -> {
            new RecordQuality(entity("company")).check(copy.company()).values().forEach((name, checked) -> {
                if (checked.usable().isEmpty()) {
                    refused.add(copy.crm() + " " + copy.customer() + " " + name);
                }
            });
            new RecordQuality(entity("person")).check(copy.person()).values().forEach((name, checked) -> {
                if (checked.usable().isEmpty()) {
                    refused.add(copy.crm() + " " + copy.customer() + " " + name);
                }
            });
        });
        assertEquals(List.of(), refused);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void three_pairs_of_companies_wait_for_a_steward_and_no_two_customers_become_one(long order) {
        meet("company", CustomerCopy::company, order);

        assertEquals(3, questions.size(), questions::toString);
        assertEquals(42, Set.copyOf(groups.values()).size());
        numbers.values().forEach(together -> assertEquals(1, together.size(), together::toString));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void forty_people_are_found_without_a_question(long order) {
        meet("person", CustomerCopy::person, order);

        assertEquals(Set.of(), questions);
        assertEquals(40, Set.copyOf(groups.values()).size());
        numbers.values().forEach(together -> assertEquals(1, together.size(), together::toString));
    }

    private void meet(String name, Function<CustomerCopy, Map<String, String>> part, long order) {
        Entity entity = entity(name);
        MemoryIndex index = new MemoryIndex(entity);
        Judge judge =
                new Judge(Model.usual(entity), Thresholds.forPrecision(0.99), new StewardDecisions(Set.of(), Set.of()));
        List<CustomerCopy> copies = new ArrayList<>(customers.copies());
        Collections.shuffle(copies, new Random(order));
        copies.stream().filter(copy -> !part.apply(copy).isEmpty()).forEach(copy -> {
            Map<String, String> known =
                    new RecordQuality(entity).check(part.apply(copy)).known();
            String id = copy.customer() + "-" + customers.copies().indexOf(copy);
            MatchRecord record = new MatchRecord(new Source(copy.crm().word(), id), known);
            String group = new Joining(judge, index)
                    .join(record)
                    .fold(joins -> joined(record, joins), unclear -> asked(record, unclear.fits()), () -> id);
            index.add(group, record);
            groups.put(id, group);
            numbers.computeIfAbsent(group, unused -> new TreeSet<>()).add(copy.customer());
        });
    }

    private String joined(MatchRecord record, Joined.Joins joins) {
        asked(record, joins.alsoLike());
        return joins.fit().group().id();
    }

    private String asked(MatchRecord record, List<Fit> fits) {
        fits.forEach(fit -> questions.add(record.source() + " / " + fit.group().id()));
        return record.source().record();
    }

    private static Entity entity(String name) {
        return Entities.shipped().entity(name).orElseThrow();
    }
}
