package dev.tailback.verification.hubtorture.people;

import dev.tailback.verification.fleet.Ended;
import dev.tailback.verification.hubstory.CrmDesk;
import dev.tailback.verification.hubstory.Part;
import dev.tailback.verification.hubstory.Register;
import dev.tailback.verification.torture.people.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One person at each CRM, typing until they go home. */
public final class Crew implements AutoCloseable {
    private static final long LONGEST_EDIT_MS = 120_000;

    private final List<Typist> typists;
    private final List<Thread> threads = new ArrayList<>();

    public Crew(List<CrmDesk> desks, Register register, int customers, long seed, EditBook book, Tally tally) {
        Choice choice = new Choice(customers, seed);
        this.typists = desks.stream()
                .map(desk -> new Typist(desk, register, choice, book, tally))
                .toList();
    }

    /** Every field that people may type over. */
    public static List<Field> fields(int customers) {
        return IntStream.rangeClosed(1, customers)
                .boxed()
                .flatMap(customer -> List.of(Part.values()).stream()
                        .flatMap(part -> Choice.typed().getOrDefault(part, List.of()).stream()
                                .map(attribute -> new Field(part, customer, attribute))))
                .toList();
    }

    public void work() {
        for (Typist typist : typists) {
            Thread thread = new Thread(typist, "typist");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** @throws IllegalStateException if somebody does not come to an end */
    public void goHome() {
        typists.forEach(Typist::goHome);
        try {
            for (Thread thread : threads) {
                thread.join(LONGEST_EDIT_MS);
                if (thread.isAlive()) {
                    throw new IllegalStateException("A person still typed after " + LONGEST_EDIT_MS / 1000 + " s");
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Ended();
        }
    }

    @Override
    public void close() {
        typists.forEach(Typist::goHome);
        threads.forEach(Thread::interrupt);
    }
}
