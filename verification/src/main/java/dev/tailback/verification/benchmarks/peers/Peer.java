package dev.tailback.verification.benchmarks.peers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A queue that people put in front of Redis: what it promises, and how it is got and started here. */
public sealed interface Peer permits BullMq, Sidekiq, PythonPeer {

    /** Those there are, the fastest first. */
    static List<Peer> all() {
        return List.of(new BullMq(), new Sidekiq(), PythonPeer.celery(), PythonPeer.rq());
    }

    static Optional<Peer> named(String name) {
        return all().stream()
                .filter(peer -> peer.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    String name();

    /** What it promises of a record, in the few words of a column. */
    String keeps();

    /** One in so many records shows how fast it is, since it takes that much longer over each. */
    int oneIn();

    /**
     * Gets what is missing, where it can.
     *
     * @throws PeerMissing with one sentence if it cannot run here
     */
    Commands prepare(Workshop workshop);

    /**
     * Lines of commands; each process finds its Redis in the variable {@code REDIS_URL}.
     *
     * @param fill puts in as many records as its last argument says, tells {@code filled SECONDS}, and ends
     * @param work tells {@code ready}, waits for a line, and then how many it has done, until its input ends
     */
    record Commands(List<String> fill, List<String> work) {}
}
