package dev.tailback.verification.attack;

import dev.tailback.verification.fleet.Ended;
import dev.tailback.verification.fleet.Http.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** People who work while others attack: what they wait for, and what they are answered. */
final class Neighbours implements AutoCloseable {
    private static final long PAUSE_MS = 50;

    private final Staff staff;
    private final Thread thread = new Thread(this::work, "neighbours");
    private final Map<String, Integer> wrong = new TreeMap<>();
    private volatile boolean atHome;
    private int answers;
    private long longestMs;

    private Neighbours(Staff staff) {
        this.staff = staff;
    }

    static Neighbours atWork(Staff staff) {
        Neighbours neighbours = new Neighbours(staff);
        neighbours.thread.setDaemon(true);
        neighbours.thread.start();
        return neighbours;
    }

    private void work() {
        for (int turn = 0; !atHome; turn++) {
            ask("GET /api/ads", 200, () -> staff.get("/api/ads"));
            ask("GET /health/readiness", 200, () -> staff.get("/health/readiness"));
            if (turn % 5 == 0) {
                ask("POST /api/ads", 201, () -> staff.book("Neighbour's ad"));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(String what, int expected, java.util.function.Supplier<Optional<Answer>> question) {
        long begun = System.nanoTime();
        Optional<Answer> answer = question.get();
        long tookMs = (System.nanoTime() - begun) / 1_000_000;
        synchronized (this) {
            answers++;
            longestMs = Math.max(longestMs, tookMs);
            if (answer.filter(given -> given.status() == expected).isEmpty()) {
                wrong.merge(
                        what + " "
                                + answer.map(given -> given.status() + " " + given.code())
                                        .orElse("no answer"),
                        1,
                        Integer::sum);
            }
        }
    }

    /** They go home, and tell. */
    void judge(String attack, Findings findings) {
        close();
        synchronized (this) {
            wrong.forEach((answer, times) -> findings.add(
                    attack + ": a neighbour is harmed", answer + ", " + times + " times of " + answers + "."));
        }
    }

    synchronized String words() {
        return answers + " answers for neighbours, the longest after " + longestMs + " ms";
    }

    @Override
    public void close() {
        atHome = true;
        try {
            thread.join(60_000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Ended();
        }
    }
}
