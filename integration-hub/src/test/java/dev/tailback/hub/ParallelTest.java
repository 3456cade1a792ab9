package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.erasure.ErasePerson;
import dev.tailback.hub.golden.ConsiderGolden;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.stewards.Said;
import dev.tailback.hub.writes.WriteIntents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All loops of two hubs over the same few people, who are edited and erased meanwhile: nobody waits in a circle. */
class ParallelTest {

    private static final Map<String, String> PERSON =
            Map.of("firstName", "First", "lastName", "Last", "email", "Mail", "jobTitle", "Title");
    private static final List<String> FIRST = List.of("Anna", "Gustav", "Mehmet", "Sophie", "Tiberius");
    private static final List<String> LAST = List.of(
            "Abel",
            "Brandt",
            "Czerny",
            "Dorfler",
            "Eichinger",
            "Fuchs",
            "Gerlach",
            "Hummel",
            "Ivanov",
            "Jankowski",
            "Kaltenbrunner",
            "Lopez",
            "Mbeki",
            "Nguyen",
            "Oberhuber",
            "Pfaff",
            "Quist",
            "Rosenzweig",
            "Stoll",
            "Tschudi");
    private static final int PEOPLE = LAST.size();
    private static final int ROUNDS = 40;

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private final Random random = new Random(1);

    @Test
    void loops_that_run_at_once_never_stop_each_other() throws InterruptedException, ExecutionException {
        List<MappedObject> contacts = List.of(new MappedObject("person", "Contact", PERSON));
        try (SimulatedHub hub = SimulatedHub.start(
                List.of(new Connection("sales", sales, contacts), new Connection("marketing", marketing, contacts)))) {
            for (int one = 0; one < PEOPLE; one++) {
                sales.edit("S" + one, person(one));
                marketing.edit("M" + (PEOPLE - 1 - one), person(PEOPLE - 1 - one));
            }
            hub.settle();
            runAll(loops(hub));
            hub.settle();

            assertEquals(0, hub.bean(Intents.class).open());
            assertEquals(
                    List.of("0"),
                    hub.column("select count(*) from observation join source_record on source_record.id = source_id "
                            + "where erased_at is not null and field_values <> '{}'"));
            for (int one = PEOPLE / 4; one < PEOPLE; one++) {
                assertEquals(
                        sales.values("S" + one).get("Title"),
                        marketing.values("M" + one).get("Title"));
            }
        }
    }

    private List<Callable<Boolean>> loops(SimulatedHub hub) {
        List<Callable<Boolean>> loops = new ArrayList<>();
        hub.connections()
                .forEach(connection -> connection.objects().forEach(mapped -> {
                    loops.add(() -> hub.read(connection, mapped));
                    loops.add(() -> hub.bean(WriteIntents.class).next(connection, mapped) > 0);
                }));
        Stream.of(1, 2).forEach(each -> {
            loops.add(() -> hub.bean(ConsiderGolden.class).next());
            loops.add(() -> hub.bean(MeetRecord.class).next());
        });
        loops.add(hub::readAgain);
        loops.add(this::edit);
        loops.add(() -> eraseOne(hub));
        return loops;
    }

    /** Each loop goes round for itself; a loop that fails fails the test. */
    private static void runAll(List<Callable<Boolean>> loops) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(loops.size());
        try {
            List<Future<Boolean>> ends = new ArrayList<>();
            loops.forEach(loop -> ends.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    loop.call();
                }
                return true;
            })));
            for (Future<Boolean> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private synchronized boolean edit() {
        for (int edit = 0; edit < PEOPLE / 2; edit++) {
            int one = random.nextInt(PEOPLE);
            Map<String, String> title = Map.of("Title", "Title " + random.nextInt(1000));
            if (random.nextBoolean()) {
                sales.edit("S" + one, title);
            } else {
                marketing.edit("M" + one, title);
            }
        }
        return true;
    }

    private synchronized boolean eraseOne(SimulatedHub hub) {
        KnownRecord record = hub.bean(Records.class)
                .find("sales", "person", "S" + random.nextInt(PEOPLE / 4))
                .orElseThrow();
        hub.bean(ErasePerson.class).erase(record.golden().orElseThrow(), new Said("olga", "Asked for."));
        return true;
    }

    private static Map<String, String> person(int one) {
        String last = LAST.get(one);
        return new TreeMap<>(
                Map.of("First", FIRST.get(one % 5), "Last", last, "Mail", last + one + "@example.de", "Title", ""));
    }
}
