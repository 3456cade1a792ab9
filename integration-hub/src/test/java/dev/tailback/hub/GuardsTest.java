package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.facts.UnguardedFacts;
import dev.tailback.hub.golden.ConsiderGolden;
import dev.tailback.hub.golden.UnguardedGolden;
import dev.tailback.hub.observations.ReadChanges;
import dev.tailback.hub.observations.UnguardedReading;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.simulation.Story;
import dev.tailback.hub.simulation.ThreeCrms;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** With one guard switched off, the stories of {@link ConvergenceTest} end badly, and the judge says so. */
class GuardsTest {

    private static final int MOST_STORIES = 500;

    @Test
    void a_hub_that_knows_no_echo_takes_its_own_writes_for_news() {
        String wrong = wrong(
                habits -> habits,
                hub -> hub.otherwise(
                        ConsiderGolden.class, UnguardedGolden.with(hub, UnguardedFacts.withoutEchoes(hub))));

        assertTrue(wrong.contains("nobody typed") || wrong.contains("does not become quiet"), wrong);
    }

    @Test
    void a_hub_that_believes_answers_older_than_its_own_writes_takes_these_for_peoples_words() {
        String wrong = wrong(
                habits -> habits,
                hub -> hub.otherwise(
                        ConsiderGolden.class,
                        UnguardedGolden.with(hub, UnguardedFacts.of(hub, UnguardedReading.asIfAskedLate(hub)))));

        assertTrue(wrong.contains("nobody typed"), wrong);
    }

    @Test
    void a_connector_that_writes_without_a_look_loses_what_people_typed() {
        String wrong = wrong(Habits::blind, hub -> {});

        assertTrue(wrong.contains("lost what a person typed"), wrong);
    }

    @Test
    void a_cursor_that_is_kept_before_the_data_loses_what_people_typed() {
        String wrong = wrong(
                habits -> habits,
                hub -> hub.otherwise(ReadChanges.class, UnguardedReading.dyingWithTheCursorFirst(hub, new Random(1))));

        assertTrue(wrong.contains("does not hold the agreed"), wrong);
    }

    @Test
    void a_hub_that_dies_when_the_cursor_has_moved_loses_nothing() {
        assertEquals(
                "",
                wrong(
                        habits -> habits,
                        hub -> hub.otherwise(ReadChanges.class, UnguardedReading.dying(hub, new Random(1))),
                        20));
    }

    private static String wrong(UnaryOperator<Habits> habits, Consumer<SimulatedHub> switchOff) {
        String wrong = wrong(habits, switchOff, MOST_STORIES);
        assertTrue(!wrong.isEmpty(), "with the guard switched off no story ends badly");
        return wrong;
    }

    /** Of the first story that ends badly. */
    private static String wrong(UnaryOperator<Habits> habits, Consumer<SimulatedHub> switchOff, int stories) {
        ThreeCrms crms = new ThreeCrms(habits);
        try (SimulatedHub hub = crms.start()) {
            switchOff.accept(hub);
            Story story = new Story(hub, crms);
            return LongStream.rangeClosed(1, stories)
                    .mapToObj(story::wrong)
                    .flatMap(List::stream)
                    .findFirst()
                    .orElse("");
        }
    }
}
