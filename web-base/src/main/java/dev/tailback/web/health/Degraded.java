package dev.tailback.web.health;

import io.micronaut.health.HealthStatus;

/** A part is away and the program works on without it: shown, and never a reason to take the program out of service. */
public final class Degraded {

    public static final HealthStatus STATUS =
            new HealthStatus("DEGRADED", "Works on without a part that is away", true, 100);

    private Degraded() {}
}
