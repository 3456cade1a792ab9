package dev.tailback.hub.running;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.web.loops.Step;
import dev.tailback.web.loops.WakeUp;
import java.util.List;

/** Writes what is due into one CRM. */
final class WriteLoop implements Step {

    private final String crm;
    private final Connections connections;
    private final WriteCrm write;
    private final Bells bells;
    private final WakeUp wake;
    private volatile boolean isQuiet;

    WriteLoop(String crm, Connections connections, WriteCrm write, Bells bells) {
        this.crm = crm;
        this.connections = connections;
        this.write = write;
        this.bells = bells;
        this.wake = bells.writer();
    }

    @Override
    public void run() throws InterruptedException {
        int written = 0;
        int created = 0;
        List<Connection> mine = connections.of(crm).stream().toList();
        for (Connection connection : mine) {
            written += write.round(connection);
            created += write.create(connection);
        }
        isQuiet = written == 0;
        if (written + created > 0) {
            bells.consider.now();
        } else {
            wake.await(Pauses.SWEEP);
        }
    }

    /** Whether there was nothing to write the last time. */
    boolean isQuiet() {
        return isQuiet;
    }

    void wake() {
        wake.now();
    }
}
