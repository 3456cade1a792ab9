package dev.tailback.queue;

import dev.tailback.queue.maintenance.Mending;
import dev.tailback.queue.maintenance.NotedJobs;
import dev.tailback.queue.maintenance.Publishing;
import dev.tailback.queue.maintenance.ServerReply;
import dev.tailback.queue.maintenance.StatusOfAll;
import dev.tailback.queue.maintenance.WorkerReports;
import dev.tailback.queue.scripts.AllShards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What operators and the programs do with the queue as a whole, apart from its entries: its status, the pause, the
 * workers' reports, the repair and the rebuild. Safe for use by many threads. Every method throws
 * {@link QueueUnavailable} when Redis cannot be reached or refuses.
 */
public final class QueueOperations {
    private final AllShards shards;

    QueueOperations(AllShards shards) {
        this.shards = shards;
    }

    /** All shards that answer as one, and which do not. Throws {@link QueueUnavailable} only if none does. */
    public QueueStatus status() {
        return new StatusOfAll(shards).read();
    }

    /** The Redis behind every shard that answers, each once. Throws {@link QueueUnavailable} only if none does. */
    public List<RedisServer> servers() {
        return shards.askLiving(ServerReply::of).stream().distinct().toList();
    }

    /**
     * Nothing more is taken until {@link #resume}; batches in flight may be settled. Lasts through a rebuild, not
     * through a loss of Redis' data. A pause that lasts already keeps its begin.
     */
    public void pause(String reason) {
        Required.reason(reason);
        shards.ask(shard -> shard.number("pause", reason, ""));
    }

    /**
     * The pause as the ledger knows it, for a Redis that may have lost it: safe to repeat, at every rebuild and at any
     * time.
     */
    public void pause(String reason, Instant since) {
        Required.reason(reason);
        String begin = Long.toString(since.toEpochMilli());
        shards.ask(shard -> shard.number("pause", reason, begin));
    }

    public void resume() {
        shards.ask(shard -> shard.number("resume"));
    }

    /**
     * Makes the queue hold exactly this. What waits keeps its place in its group, and corrections still replace it;
     * what workers have already taken is settled. A hold outlives a rebuild, not a loss of Redis' data: safe to repeat,
     * at every rebuild and at any time.
     *
     * @throws QueueUnavailable if a shard does not answer, after all were asked
     */
    public void hold(Holds holds) {
        shards.ask(shard -> holds.tell(shard));
    }

    /** As {@link #publish(Published, String)}, in place of no higher version. */
    public Optional<String> publish(Published text) {
        return publish(text, "");
    }

    /**
     * Tells the workers by what they send. Where the queue has a higher version, that stays: the caller looks
     * again which one is right. Safe to repeat, at every rebuild and at any time: only a text that is not there yet
     * travels with its text.
     *
     * @param inPlaceOf the stamp of a higher version that goes, because the ledger does not know it: it was invented,
     *     or the ledger has been restored from an older copy; empty for none
     * @return the stamp of a higher version that stays in some part of the queue; empty if all of it tells this one
     * @throws QueueUnavailable if a shard does not answer, after all were asked
     */
    public Optional<String> publish(Published text, String inPlaceOf) {
        return shards.ask(shard -> Publishing.publish(shard, text, inPlaceOf)).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * What the workers send by, from the shards that answer: the highest version, should they differ for a
     * moment. Empty if none was published, or Redis has lost it.
     */
    public Optional<Published> published() {
        return Publishing.read(shards);
    }

    /** Keeps a worker's heartbeat for 30 s. */
    public void report(WorkerReport report) {
        new WorkerReports(shards).keep(report);
    }

    /** The latest report of every worker heard of within 30 s. */
    public List<WorkerReport> workers() {
        return new WorkerReports(shards).all();
    }

    /** Notes a job of the other system before it begins, and again as long as its worker looks after it. */
    public void noteJob(String jobId, String workerId) {
        new NotedJobs(shards).keep(jobId, workerId);
    }

    /** The job is over and changes nothing any more. */
    public void forgetJob(String jobId) {
        new NotedJobs(shards).end(jobId);
    }

    /** The jobs that are not known to be over. Lasts through a rebuild, not through a loss of Redis' data. */
    public List<NotedJob> notedJobs() {
        return new NotedJobs(shards).all();
    }

    /**
     * Asks whether an offer would be taken now, without one.
     *
     * @throws QueueUnavailable if Redis, or a part of it, would refuse it: it is away, full, cannot save, or is a
     *     replica
     */
    public void probe() {
        shards.ask(shard -> shard.number("probe"));
    }

    /**
     * Repairs what remains after a person has deleted keys or Redis has evicted them: groups that no worker would
     * take, batches that could not be settled, delays without an end, wrong figures. What was deleted itself comes back
     * when the ledger offers it again. Safe at any time, from any number of processes; to be repeated every minute or
     * so.
     *
     * @throws QueueUnavailable if a shard does not answer, after all were asked
     */
    public Mended mend() {
        return shards.ask(shard -> new Mending(shard).run()).stream().reduce(Mended.NOTHING, Mended::both);
    }

    /** Whether this Redis, or a part of it that answers, is new, old or empty, and the queue shut there. */
    public boolean needsRebuild() {
        return shards.askLiving(shard -> shard.number("gate")).contains(0L);
    }

    /**
     * Empties the queue where it answers and is shut, but for the outcomes, so that the ledger can be offered anew.
     * Shards that an earlier configuration had and this one has not are emptied whole.
     *
     * @param lock how long the rebuild stays ours without a sign of life
     * @return empty if the queue is open or another owner rebuilds it
     */
    public Optional<Rebuild> beginRebuild(Duration lock) {
        Required.positive(lock, "rebuild lock");
        Optional<Rebuild> rebuild = Rebuild.begin(shards, lock);
        rebuild.ifPresent(begun -> shards.retireOthers());
        return rebuild;
    }

    /**
     * Violated invariants, one sentence each; empty when all hold. Reads everything and blocks Redis meanwhile: for
     * tests and emergencies.
     */
    public List<String> audit() {
        return shards.ask(shard -> shard.list("audit")).stream()
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
    }
}
