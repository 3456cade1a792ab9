package dev.tailback.hub.running;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.web.loops.Step;
import dev.tailback.web.loops.WakeUp;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Creates very many customers in one CRM, while nothing else is to be written there; one call of it may last for minutes. */
final class CreateLoop implements Step {

    private final String crm;
    private final Connections connections;
    private final WriteCrm write;
    private final BooleanSupplier isQuiet;
    private final Bells bells;
    private final WakeUp wake;

    /** @param isQuiet whether nothing else is to be written now */
    CreateLoop(String crm, Connections connections, WriteCrm write, BooleanSupplier isQuiet, Bells bells) {
        this.crm = crm;
        this.connections = connections;
        this.write = write;
        this.isQuiet = isQuiet;
        this.bells = bells;
        this.wake = bells.writer();
    }

    @Override
    public void run() throws InterruptedException {
        int created = 0;
        List<Connection> mine = connections.of(crm).stream().toList();
        for (Connection connection : mine) {
            created += isQuiet.getAsBoolean() ? write.createMany(connection) : 0;
        }
        if (created > 0) {
            bells.consider.now();
        } else {
            wake.await(Pauses.SWEEP);
        }
    }

    void wake() {
        wake.now();
    }
}
