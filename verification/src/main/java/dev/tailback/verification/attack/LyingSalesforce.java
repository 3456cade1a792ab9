package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.attack.Parts.Part;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Lies are told to both programs, one after the other, while people work. The lies may harm no program, and nothing may
 * be lost.
 */
final class LyingSalesforce implements Part {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration HEALED = Duration.ofMinutes(3);
    private static final long LIE_LASTS_MS = 2_500;
    /** A reading without end would make thousands of calls meanwhile. */
    private static final int MOST_CALLS = 200;

    private final Scene scene;

    LyingSalesforce(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void strike() {
        Vitals app = new Vitals(scene.target().serviceApp(), scene.findings());
        Vitals worker = new Vitals(scene.target().syncWorker(), scene.findings());
        try (Trap trap = Trap.set()) {
            for (Lie lie : new Lies(trap.address()).all()) {
                tell(lie, trap);
                app.look();
                worker.look();
            }
        }
        app.judge(false);
        worker.judge(false);
        scene.say("salesforce: " + app.words());
        scene.say("salesforce: " + worker.words());
    }

    private void tell(Lie lie, Trap trap) {
        LyingOrg readers = scene.target().forReaders();
        LyingOrg writers = scene.target().forWriters();
        readers.tell(lie);
        writers.tell(lie);
        Optional<String> ad = book(lie);
        read(lie, "/api/contracts/" + scene.staff().contractId(), Set.of(200, 502, 503));
        read(lie, "/contracts/" + scene.staff().contractId(), Set.of(200));
        Await.millis(LIE_LASTS_MS);
        read(lie, "/api/sync", Set.of(200));
        read(lie, "/health", Set.of(200));
        int calls = Math.max(readers.calls(), writers.calls());
        if (calls > MOST_CALLS) {
            add(lie, "made " + calls + " calls");
        }
        readers.tellTheTruth();
        writers.tellTheTruth();
        trap.takeVisits().forEach(visit -> add(lie, "was believed: " + visit));
        ad.ifPresent(id -> heals(lie, id));
    }

    /** Booking asks Salesforce whether there is enough; who cannot learn it books all the same. */
    private Optional<String> book(Lie lie) {
        long begun = System.nanoTime();
        Optional<Answer> answer = scene.staff().book("Lie " + lie.name());
        judgeTime(lie, "booking", begun);
        if (answer.filter(saved -> saved.status() == 201).isEmpty()) {
            add(
                    lie,
                    "kept an ad from being saved: "
                            + answer.map(Record::toString).orElse("no answer"));
        }
        return answer.filter(saved -> saved.status() == 201)
                .map(saved -> saved.body().path("id").asText());
    }

    private void read(Lie lie, String path, Set<Integer> expected) {
        long begun = System.nanoTime();
        Optional<Answer> answer = scene.staff().get(path);
        judgeTime(lie, path, begun);
        if (answer.filter(given -> expected.contains(given.status())).isEmpty()) {
            add(
                    lie,
                    "let GET " + path + " end with "
                            + answer.map(given -> given.status() + " " + given.body())
                                    .orElse("no answer"));
        }
    }

    private void judgeTime(Lie lie, String what, long begun) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (took.compareTo(ANSWER) > 0) {
            add(lie, "let people wait " + took.toSeconds() + " s (" + what + ")");
        }
    }

    private void heals(Lie lie, String adId) {
        long begun = System.nanoTime();
        boolean reported = Await.until(() -> scene.staff().isReported(adId) || isRejected(adId), HEALED);
        Optional<JsonNode> entry = scene.staff().entry(adId);
        if (!reported || isRejected(adId)) {
            add(
                    lie,
                    "left an entry that is not reported: "
                            + entry.map(JsonNode::toString).orElse("unknown"));
        }
        String contract = "/api/contracts/" + scene.staff().contractId();
        if (!Await.until(
                () -> scene.staff()
                        .get(contract)
                        .filter(read -> read.status() == 200)
                        .isPresent(),
                HEALED)) {
            add(lie, "left contracts that cannot be read");
        }
        scene.say("salesforce: %-34s healed after %.1f s".formatted(lie.name(), (System.nanoTime() - begun) / 1e9));
    }

    private boolean isRejected(String adId) {
        return scene.staff()
                .entry(adId)
                .filter(entry -> entry.path("state").asText().equals("Rejected"))
                .isPresent();
    }

    private void add(Lie lie, String sentence) {
        scene.findings().add("salesforce: a lie harms", "'" + lie.name() + "' " + sentence + ".");
    }
}
