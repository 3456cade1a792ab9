package dev.tailback.queue.maintenance;

import dev.tailback.queue.BoundedText;
import dev.tailback.queue.NotedJob;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The jobs that run in the other system, so that another worker can end one whose own worker has died. A job holds
 * groups of any shard, so all are noted in the first.
 */
public record NotedJobs(AllShards shards) {
    private static final int MOST = 1_000;
    private static final int LONGEST = 200;
    private static final long LONGEST_SILENCE = Duration.ofDays(365).toMillis();

    public void keep(String jobId, String workerId) {
        first().number("keepjob", jobId, workerId);
    }

    public void end(String jobId) {
        first().number("endjob", jobId);
    }

    public List<NotedJob> all() {
        List<Object> reply = first().list("jobs");
        List<NotedJob> jobs = new ArrayList<>();
        for (int i = 0; i + 2 < Math.min(reply.size(), 3 * MOST); i += 3) {
            long silent = Math.min(LONGEST_SILENCE, (Long) reply.get(i + 2));
            jobs.add(new NotedJob(
                    BoundedText.of(reply.get(i).toString(), LONGEST),
                    BoundedText.of(reply.get(i + 1).toString(), LONGEST),
                    Duration.ofMillis(silent)));
        }
        return jobs;
    }

    private ShardScripts first() {
        return shards.get(0);
    }
}
