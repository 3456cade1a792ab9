package dev.tailback.worker;

import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.testservices.TestServices;
import java.util.ArrayList;
import java.util.List;

/** Whole workers on an empty queue in a real Redis, which end together. */
final class WorkersUnderTest implements AutoCloseable {
    private final List<RunningWorker> workers = new ArrayList<>();
    private final QueueUnderTest queue = new QueueUnderTest(TestServices.emptyRedis());

    QueueUnderTest queue() {
        return queue;
    }

    RunningWorker start(SalesforceConfiguration salesforce) {
        return start(salesforce, RunningWorker.impatient());
    }

    RunningWorker start(SalesforceConfiguration salesforce, WorkerSettings settings) {
        return start(queue.redisUri(), salesforce, settings);
    }

    /** On another Redis than the queue's. */
    RunningWorker start(String redisUri, SalesforceConfiguration salesforce, WorkerSettings settings) {
        RunningWorker worker = RunningWorker.start(redisUri, salesforce, settings);
        workers.add(worker);
        return worker;
    }

    @Override
    public void close() {
        workers.forEach(RunningWorker::close);
        queue.close();
    }
}
