package dev.tailback.worker;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.QueueStatus;
import dev.tailback.testservices.TestServices;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import dev.tailback.worker.ScriptedSalesforce.SentRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Several workers at once on a bad network: nothing is lost, and no contract is ever in two calls. */
class ManyWorkersTest {
    private static final int CONTRACTS = 60;
    private static final int ENTRIES = 5;

    private final Set<String> inCall = ConcurrentHashMap.newKeySet();
    private final AtomicInteger clashes = new AtomicInteger();
    private final Random random = new Random(20261120);

    @Test
    void everything_arrives_and_no_contract_is_in_two_calls() {
        UsageRecord[] records = records();
        List<RunningWorker> workers = new ArrayList<>();
        try (ScriptedSalesforce salesforce = new ScriptedSalesforce().answers(this::badly);
                QueueUnderTest queue = new QueueUnderTest(TestServices.emptyRedis())) {
            queue.rebuilt(records);
            WorkerSettings settings = RunningWorker.impatient();
            settings = settings.with(settings.drain().withBatchSize(20));
            for (int i = 0; i < 3; i++) {
                workers.add(RunningWorker.start(queue.redisUri(), salesforce.configuration(), settings));
            }
            workers.get(0).close();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> isEmpty(queue.queue().operations().status()));
            for (UsageRecord record : records) {
                queue.outcome(record, OutcomeKind.ACCEPTED);
            }

            assertEquals(0, clashes.get(), "contracts met in two calls");
            assertEquals(Set.of(), settledTwice(queue.outcomes()));
            assertEquals(List.of(), queue.queue().operations().audit());
        } finally {
            workers.forEach(RunningWorker::close);
        }
    }

    /** A third of the calls goes wrong, in each way a network and a busy org have. */
    private Reply badly(List<SentRow> sent) {
        Set<String> contracts = sent.stream().map(SentRow::contractProductId).collect(Collectors.toSet());
        contracts.forEach(contract -> clashes.addAndGet(inCall.add(contract) ? 0 : 1));
        try {
            return switch (chance()) {
                case 0 -> Reply.cut();
                case 1 -> Reply.error(503, "SERVER_UNAVAILABLE", "Server too busy");
                case 2 -> Reply.html();
                case 3 -> all(sent, one -> refused("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"));
                default -> all(sent, one -> saved());
            };
        } finally {
            inCall.removeAll(contracts);
        }
    }

    private synchronized int chance() {
        return random.nextInt(12);
    }

    private static Set<Outcome> settledTwice(List<Outcome> outcomes) {
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        return outcomes.stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.ACCEPTED && !seen.add(outcome.entryId()))
                .collect(Collectors.toSet());
    }

    private static boolean isEmpty(QueueStatus status) {
        return status.waitingEntries() + status.entriesInFlight() + status.delayedEntries() == 0;
    }

    private static UsageRecord[] records() {
        List<UsageRecord> records = new ArrayList<>();
        for (int contract = 0; contract < CONTRACTS; contract++) {
            for (int entry = 0; entry < ENTRIES; entry++) {
                String number = String.format("%03d", contract);
                records.add(UsageRecords.usage("800000000000" + number + "AAA", "a00000000000" + number + "AAA", 1));
            }
        }
        return records.toArray(UsageRecord[]::new);
    }
}
