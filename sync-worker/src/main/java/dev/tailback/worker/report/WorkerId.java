package dev.tailback.worker.report;

import java.util.UUID;

/** Tells this process from the other workers, for as long as it runs. */
public record WorkerId(String text) {

    public static WorkerId ofThisProcess() {
        return new WorkerId("worker-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8));
    }
}
