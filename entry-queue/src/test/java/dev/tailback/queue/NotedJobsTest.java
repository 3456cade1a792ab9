package dev.tailback.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What workers note of their Bulk jobs, for the day on which one of them dies. */
class NotedJobsTest {
    private static final String JOB = "750000000000001AAA";

    private final Fixture fixture = Fixture.onStandingClock();
    private final QueueOperations operations = fixture.queue.operations();

    @AfterEach
    void allInvariantsHold() {
        assertEquals(List.of(), operations.audit());
        fixture.close();
    }

    @Test
    void a_job_is_known_with_the_time_since_its_worker_has_noted_it() {
        operations.noteJob(JOB, "worker-1");
        fixture.pass(Duration.ofSeconds(7));
        assertEquals(List.of(new NotedJob(JOB, "worker-1", Duration.ofSeconds(7))), operations.notedJobs());
        operations.noteJob(JOB, "worker-1");
        assertEquals(List.of(new NotedJob(JOB, "worker-1", Duration.ZERO)), operations.notedJobs());
    }

    @Test
    void a_job_that_is_over_is_forgotten() {
        operations.noteJob(JOB, "worker-1");
        operations.forgetJob(JOB);
        operations.forgetJob(JOB);
        assertEquals(List.of(), operations.notedJobs());
    }

    @Test
    void a_rebuild_keeps_the_jobs() {
        operations.noteJob(JOB, "worker-1");
        fixture.redis().del(Fixture.Q + ":epoch");
        try (Rebuild rebuild = operations.beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
            rebuild.finish();
        }
        assertEquals(1, operations.notedJobs().size());
    }

    @Test
    void a_note_that_nobody_of_ours_wrote_is_told_without_a_time() {
        fixture.redis().hset(Fixture.Q + ":jobs", JOB, "no note");
        NotedJob foreign = operations.notedJobs().get(0);
        assertEquals("", foreign.workerId());
        assertEquals(JOB, foreign.jobId());
    }
}
