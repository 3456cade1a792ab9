package dev.tailback.verification.attack;

import dev.tailback.verification.attack.Parts.Part;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Ended;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A burst of wrong passwords, side by side, for names that are there and names that are not. Others go on with their
 * work.
 */
final class WrongPasswords implements Part {
    private static final int SIDE_BY_SIDE = 60;
    private static final int EACH = 3;

    private final Scene scene;
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    WrongPasswords(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void strike() {
        Staff owner = scene.staff().as("operator");
        try (Neighbours neighbours = Neighbours.atWork(owner)) {
            burst();
            Await.millis(500);
            neighbours.judge("passwords", scene.findings());
            scene.say("passwords: answers " + statuses + "; " + neighbours.words());
        }
        statuses.forEach((status, times) -> {
            if (status != 401 && status != 429) {
                scene.findings().add("passwords: a wrong answer", times + " guesses were answered " + status + ".");
            }
        });
    }

    private void burst() {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < SIDE_BY_SIDE; number++) {
            String name = number % 2 == 0 ? "finance" : "nobody-" + number;
            Thread thread = new Thread(() -> guess(name), "guesser-" + number);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            try {
                thread.join(RawConnection.PATIENCE.toMillis() * EACH);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new Ended();
            }
        }
    }

    private void guess(String name) {
        try (RawConnection connection = new RawConnection(scene.target().address(), OtherAddress.of(77))) {
            for (int guess = 0; guess < EACH; guess++) {
                RawRequest request = RawRequest.of("GET", "/api/sync").with(Callers.basic(name, Secrets.MARK + guess));
                statuses.merge(connection.call(request).status(), 1, Integer::sum);
            }
        } catch (IOException none) {
            scene.findings().add("passwords: no answer", name + ": " + none);
        }
    }
}
