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
        List<Connection> mine = connections.of(crm).stream().toList();
        for (Connection connection : mine) {
            written += write.round(connection);
        }
        if (written > 0) {
            bells.consider.now();
        } else {
            wake.await(Pauses.SWEEP);
        }
    }

    void wake() {
        wake.now();
    }
}
