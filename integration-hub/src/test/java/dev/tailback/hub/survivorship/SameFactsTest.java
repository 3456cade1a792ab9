package dev.tailback.hub.survivorship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.entity.Held;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.entity.Times;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same facts have the same decision, whatever their order, and a decision always shows all of them. */
class SameFactsTest {

    private static final List<String> LINES = List.of(
            "latest change",
            "source priority",
            "most complete",
            "longest",
            "first set",
            "never overwrite",
            "ask a steward");

    @Property(tries = 200)
    void the_order_of_the_facts_has_no_say(
            @ForAll("facts") List<Fact> facts, @ForAll("lines") String line, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        assertEquals(decide(facts, line), decide(shuffled, line));
    }

    @Property(tries = 200)
    void every_fact_is_shown_and_an_empty_one_wins_only_where_a_person_emptied_it(
            @ForAll("facts") List<Fact> facts, @ForAll("lines") String line) {
        Decision decision = decide(facts, line);

        assertEquals(facts.size(), decision.candidates().size());
        boolean neverFilledWon = decision.candidates().stream()
                .filter(Candidate::won)
                .anyMatch(one -> one.fact().held().fold(value -> false, () -> false, () -> true));
        assertEquals(false, neverFilledWon);
    }

    private static Decision decide(List<Fact> facts, String line) {
        return new Survivorship(About.rules("default: " + line), new Expressions())
                .decide(new GoldenFacts("golden", About.COMPANY, facts, Map.of()), "city");
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(LINES);
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Held> held = Arbitraries.of(
                Held.value("Ulm"), Held.value("Bonn"), Held.value("Neu-Ulm"), Held.emptied(), Held.neverFilled());
        Arbitrary<Source> sources = Combinators.combine(Arbitraries.of("erp", "sales", "own"), Arbitraries.of("1", "2"))
                .as(Source::new);
        Arbitrary<Times> times = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5))
                .as((from, length) -> Times.between(About.minute(from), About.minute(from + length)));
        return Combinators.combine(sources, held, times)
                .as((source, value, when) -> new Fact(source, "city", value, when))
                .list()
                .ofMaxSize(6)
                .uniqueElements(Fact::source);
    }
}
