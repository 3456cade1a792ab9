package dev.tailback.hub.simulation;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;

/**
 * People edit three CRMs at random while calls fail and answers are lost; then they stop, nothing fails any more, and it is
 * judged what came of it. Each seed is a story of its own.
 */
public final class Story {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 60;
    private static final double OFTEN = 0.1;
    private static final int MOST_ROUNDS = 100;

    private final SimulatedHub hub;
    private final ThreeCrms crms;
    private final JudgeStory judge;

    public Story(SimulatedHub hub, ThreeCrms crms) {
        this.hub = hub;
        this.crms = crms;
        this.judge = new JudgeStory(hub, crms);
    }

    /** @return what is wrong at its end, in sentences; nothing when all is well */
    public List<String> wrong(long seed) {
        hub.forget();
        crms.clear();
        Random random = new Random(seed);
        People people = new People(random);
        List<UUID> goldens = meet(people);
        crms.faults(random, OFTEN);
        for (int moves = length(random); moves > 0; moves--) {
            move(random, people);
        }
        crms.faults(random, 0);
        return end(goldens).stream()
                .map(sentence -> "seed " + seed + ": " + sentence)
                .toList();
    }

    /** Most are short: what went wrong early is often made good by later edits, and nobody sees it at the end. */
    private static int length(Random random) {
        return SHORTEST + random.nextInt(1 + random.nextInt(LONGEST - SHORTEST + 1));
    }

    private List<UUID> meet(People people) {
        List<UUID> goldens = new ArrayList<>();
        for (int number = 0; number < People.COMPANIES; number++) {
            String id = People.company(number);
            crms.all().forEach(crm -> crm.edit(id, people.words()));
            goldens.add(hub.bean(Transactions.class).write(() -> golden(id)));
        }
        return goldens;
    }

    private UUID golden(String id) {
        UUID golden = hub.bean(Goldens.class).create("company");
        Records records = hub.bean(Records.class);
        crms.byName()
                .keySet()
                .forEach(crm ->
                        records.standsFor(records.known(crm, "Company", id, "company"), golden, "the test says so"));
        return golden;
    }

    private void move(Random random, People people) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> people.edit(crms.all());
            case 4 -> eachObject(hub::read);
            case 5 -> oneAnswerIsLate(random.nextInt(crms.all().size()));
            case 6, 7 -> survives(hub::consider);
            case 8, 9 -> survives(hub::round);
            default -> hub.hurry();
        }
    }

    private void eachObject(BiPredicate<Connection, MappedObject> step) {
        hub.connections()
                .forEach(connection ->
                        connection.objects().forEach(mapped -> survives(() -> step.test(connection, mapped))));
    }

    private void oneAnswerIsLate(int number) {
        SimulatedCrm late = crms.all().get(number);
        eachObject((connection, mapped) -> crms.named(connection.crm()).equals(late)
                ? readsWhileItWrites(connection, mapped)
                : hub.read(connection, mapped));
    }

    /** While an answer is on its way, the same record is written: what the answer tells is older than that. */
    private boolean readsWhileItWrites(Connection connection, MappedObject mapped) {
        SimulatedCrm crm = crms.named(connection.crm());
        crm.meanwhile(() -> {
            hub.consider();
            hub.write(connection, mapped);
        });
        try {
            return hub.read(connection, mapped);
        } finally {
            crm.meanwhile(() -> {});
        }
    }

    /** A hub that dies is started again. @return whether it may have something to do */
    private static boolean survives(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (HubDied died) {
            return true;
        }
    }

    private List<String> end(List<UUID> goldens) {
        if (!becomesQuiet()) {
            return List.of("it does not become quiet");
        }
        long written = crms.writes();
        List<String> wrong = new ArrayList<>();
        if (!becomesQuiet() || written != crms.writes()) {
            wrong.add("something is written though nobody edited");
        }
        wrong.addAll(judge.wrong(goldens));
        return wrong;
    }

    private boolean becomesQuiet() {
        int rounds = 0;
        hub.hurry();
        while (rounds < MOST_ROUNDS && survives(hub::round)) {
            hub.hurry();
            rounds++;
        }
        return rounds < MOST_ROUNDS;
    }
}
