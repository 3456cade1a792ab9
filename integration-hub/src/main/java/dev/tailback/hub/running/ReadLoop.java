package dev.tailback.hub.running;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.observations.ReadChanges;
import dev.tailback.web.loops.Step;
import dev.tailback.web.loops.WakeUp;
import java.time.Duration;
import java.util.List;

/** Reads what changed in one CRM, object by object, and rests in between. */
final class ReadLoop implements Step {

    private final String crm;
    private final Connections connections;
    private final ReadChanges read;
    private final Bells bells;
    private final Pauses pauses;
    private final WakeUp wake = new WakeUp();

    ReadLoop(String crm, Connections connections, ReadChanges read, Bells bells, Pauses pauses) {
        this.crm = crm;
        this.connections = connections;
        this.read = read;
        this.bells = bells;
        this.pauses = pauses;
    }

    @Override
    public void run() throws InterruptedException {
        Duration rest = pauses.poll();
        List<Connection> mine = connections.of(crm).stream().toList();
        for (Connection connection : mine) {
            for (MappedObject mapped : connection.objects()) {
                Duration asked = next(connection, mapped);
                rest = asked.compareTo(rest) == 0 ? rest : worse(rest, asked);
            }
        }
        bells.observed();
        if (!rest.isZero()) {
            wake.await(rest);
        }
    }

    /** More to read means no rest; an outage or a refusal a long one. */
    private Duration worse(Duration one, Duration other) {
        if (one.compareTo(pauses.poll()) > 0 || other.compareTo(pauses.poll()) > 0) {
            return one.compareTo(other) > 0 ? one : other;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration next(Connection connection, MappedObject mapped) {
        return read.next(connection, mapped)
                .fold(
                        isMore -> isMore ? Duration.ZERO : pauses.poll(),
                        refused -> Pauses.AFTER_REFUSAL,
                        unavailable -> unavailable.retryAfter().orElse(Pauses.IN_AN_OUTAGE));
    }

    void wake() {
        wake.now();
    }
}
