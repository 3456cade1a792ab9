package dev.tailback.verification.attack;

import dev.tailback.verification.attack.Parts.Part;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http.Answer;
import java.time.Duration;
import java.util.Optional;

/**
 * The way to PostgreSQL falls silent: no reset, no answer. People are told so in time, and everything goes on when it
 * speaks again.
 */
final class SilentPostgres implements Part {
    /** Twenty seconds on a connection that fell silent, and what it takes to find that a new one is silent, too. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(60);

    private static final Duration HEALED = Duration.ofMinutes(3);
    private static final long SILENCE_MS = 6_000;

    private final Scene scene;

    SilentPostgres(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void strike() {
        scene.target().flow().fallSilent();
        ask("silent");
        Await.millis(SILENCE_MS);
        ask("silent");
        long begun = System.nanoTime();
        scene.target().flow().speak();
        if (!Await.until(this::booksAndReports, HEALED)) {
            scene.findings()
                    .add(
                            "postgres: not healed",
                            "After the silence nothing was booked and reported within " + HEALED.toSeconds() + " s.");
        }
        scene.say("postgres: healed after %.1f s".formatted((System.nanoTime() - begun) / 1e9));
    }

    private void ask(String when) {
        long begun = System.nanoTime();
        Optional<Answer> answer = scene.staff().book("Booked while PostgreSQL is " + when);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (answer.filter(given -> given.status() == 503).isEmpty() || took.compareTo(TOLD_WITHIN) > 0) {
            scene.findings()
                    .add(
                            "postgres: not told in time",
                            "POST /api/ads was answered "
                                    + answer.map(given -> given.status() + " " + given.code())
                                            .orElse("not at all") + " after " + took.toMillis() + " ms.");
        }
        Optional<Answer> alive = scene.staff().probe("/health/liveness");
        if (alive.filter(given -> given.status() == 200).isEmpty()) {
            scene.findings()
                    .add(
                            "postgres: liveness",
                            "GET /health/liveness was answered "
                                    + alive.map(Record::toString).orElse("not at all") + ".");
        }
    }

    private boolean booksAndReports() {
        return scene.staff()
                .book("Booked after the silence")
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.body().path("id").asText())
                .filter(id -> Await.until(() -> scene.staff().isReported(id), Duration.ofMinutes(3)))
                .isPresent();
    }
}
