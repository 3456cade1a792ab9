package dev.tailback.verification.fleet;

import java.util.Optional;

/**
 * Where the hub and its HubSpot listen on 127.0.0.1, beside the other programs.
 *
 * @param others those of the service app, the local org and the worker
 */
public record HubPorts(Ports others, int hub, int hubSpot) {

    /** The hub five above the base, HubSpot fourteen. */
    public static HubPorts of(Optional<Integer> base, boolean anyWillDo) {
        Ports others = Ports.of(base, anyWillDo);
        return base.isEmpty() && anyWillDo
                ? new HubPorts(others, Ports.freePort(), Ports.freePort())
                : new HubPorts(others, others.serviceApp() + 5, others.serviceApp() + 14);
    }

    /** @throws dev.tailback.program.CannotStart naming the one that is taken */
    void requireFree() {
        Ports.requireFree(hub);
        Ports.requireFree(hubSpot);
    }
}
