package dev.tailback.verification.attack;

import dev.tailback.verification.attack.Parts.Part;
import dev.tailback.verification.fleet.Await;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests that are never sent by mistake, many at a time. The seed and its number decide a request, so that a run can
 * be repeated; the finding's file repeats the one.
 */
final class Fuzz implements Part {
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;
    /** Of so many requests, half fill every cache and compile all code. */
    private static final long SETTLED = 50_000;

    private static final int SHARES_TOLD = 10;
    /** A waiting fuzz looks whether it is to end. */
    private static final long LOOK_MS = 200;

    private final Scene scene;
    private final AtomicLong next = new AtomicLong();
    private final Answers answers;
    private final Creations creations = new Creations();
    private long end;

    Fuzz(Scene scene) {
        this.scene = scene;
        this.answers = new Answers(scene.findings(), scene.settings().slowest());
    }

    @Override
    public void strike() {
        Callers callers = new Callers(scene);
        Filled filled = Filled.by(scene.staff());
        List<Call> calls = new Offered(scene, filled).read(callers.bearer("admin"), callers.session("admin"));
        scene.say("fuzz: " + calls.size() + " calls are offered");
        creations.before(scene.staff());
        end = System.nanoTime()
                + scene.settings().longest().map(java.time.Duration::toNanos).orElse(Long.MAX_VALUE / 2);
        Vitals vitals = new Vitals(scene.target().serviceApp(), scene.findings());
        run(calls, vitals);
        vitals.judge(scene.settings().requests() >= SETTLED);
        scene.say("fuzz: " + answers.words());
        scene.say("fuzz: " + vitals.words());
        scene.staff().resume();
        creations.check(scene.staff(), scene.findings());
        scene.say("fuzz: " + creations.words());
    }

    private void run(List<Call> calls, Vitals vitals) {
        long begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < scene.settings().connections(); number++) {
            Thread thread = new Thread(() -> send(calls), "fuzz-" + number);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        long told = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            Await.millis(LOOK_MS);
            long share = Math.min(next.get(), scene.settings().requests())
                    * SHARES_TOLD
                    / scene.settings().requests();
            if (share > told) {
                told = share;
                vitals.look();
                scene.say("fuzz: %d requests, %.0f a second"
                        .formatted(answers.total(), answers.total() / ((System.nanoTime() - begun) / 1e9)));
            }
        }
    }

    private void send(List<Call> calls) {
        try (RawConnection connection = scene.connect()) {
            for (long number = next.getAndIncrement();
                    number < scene.settings().requests() && System.nanoTime() < end;
                    number = next.getAndIncrement()) {
                send(connection, request(calls, new Random((scene.settings().seed() + number * SEED_STEP) ^ number)));
            }
        }
    }

    private static RawRequest request(List<Call> calls, Random random) {
        Call call = calls.get(random.nextInt(calls.size()));
        int harmOneIn = 1 + random.nextInt(12);
        RawRequest request = call.request(random, harmOneIn);
        return random.nextInt(3) == 0 ? Mutation.of(request, random) : request;
    }

    private void send(RawConnection connection, RawRequest request) {
        try {
            RawAnswer answer = connection.call(request);
            creations.seen(request, answer);
            answers.judge(request, answer);
        } catch (SocketTimeoutException hangs) {
            creations.unanswered(request);
            answers.hung(request);
        } catch (IOException closed) {
            creations.unanswered(request);
            answers.closed(request, closed);
        }
        if (request.bare()) {
            connection.close();
        }
    }
}
