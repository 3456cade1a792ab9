package dev.tailback.hub.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of two records has no say, and the order of many has none. */
class SymmetryTest {

    private static final Entity PERSON = Entities.shipped().entity("person").orElseThrow();
    private static final Judge JUDGE =
            new Judge(Model.usual(PERSON), Thresholds.forPrecision(0.99), StewardDecisions.none());

    @Property(tries = 2_000)
    void every_likeness_is_the_same_from_both_sides(
            @ForAll AttributeKind kind, @ForAll("values") String one, @ForAll("values") String other) {
        Feature first = Feature.of(kind, one);
        Feature second = Feature.of(kind, other);

        assertEquals(Likeness.of(kind, first, second), Likeness.of(kind, second, first));
    }

    @Property(tries = 500)
    void a_score_is_the_same_from_both_sides(
            @ForAll("people") Map<String, String> one, @ForAll("people") Map<String, String> other) {
        MatchRecord first = new MatchRecord(new Source("a", "1"), one);
        MatchRecord second = new MatchRecord(new Source("b", "1"), other);

        assertEquals(
                JUDGE.judge(first, second).score(), JUDGE.judge(second, first).score());
    }

    @Property(tries = 100)
    void the_order_of_a_first_meeting_has_no_say(
            @ForAll("crowds") List<Map<String, String>> people, @ForAll java.util.Random random) {
        List<MatchRecord> records = new java.util.ArrayList<>();
        people.forEach(person -> records.add(new MatchRecord(new Source("a", "id" + records.size()), person)));
        Set<Set<Source>> groups = groups(records);
        java.util.Collections.shuffle(records, random);

        assertEquals(groups, groups(records));
    }

    private static Set<Set<Source>> groups(List<MatchRecord> records) {
        return new FirstMeeting(JUDGE, Set.of())
                .meet(records).groups().stream()
                        .map(group -> group.members().stream()
                                .map(MatchRecord::source)
                                .collect(Collectors.toSet()))
                        .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("abcdeABC 0123456789.@;-")
                        .ofMinLength(1)
                        .ofMaxLength(16),
                Arbitraries.of(
                        ".",
                        "Anna",
                        "Ana",
                        "A",
                        "Hans Peter",
                        "Peter Hans",
                        "2026-11-29",
                        "2026-11-92",
                        "anna@example.com"));
    }

    @Provide
    Arbitrary<List<Map<String, String>>> crowds() {
        return people().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Map<String, String>> people() {
        return Arbitraries.maps(
                        Arbitraries.of("firstName", "lastName", "city", "postalCode"),
                        Arbitraries.of("Anna", "Ana", "Weber", "Ulm", "89073", "89037", "Kim"))
                .ofMaxSize(4);
    }
}
