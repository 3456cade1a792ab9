package dev.tailback.app.selfcheck;

import dev.tailback.program.CannotStart;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs every check when the server listens, and opens the gate when all of them hold. */
@Singleton
class SelfChecks implements ApplicationEventListener<ServerStartupEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(SelfChecks.class);

    private final List<SelfCheck> checks;
    private final StartGate gate;

    SelfChecks(List<SelfCheck> checks, StartGate gate) {
        this.checks = checks;
        this.gate = gate;
    }

    /** @throws CannotStart with one sentence for each thing that does not hold */
    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        OwnServer self = new OwnServer(address(started.getSource()), gate.word());
        List<String> failures = new ArrayList<>();
        checks.forEach(check -> failures.addAll(check.failures(self)));
        if (!failures.isEmpty()) {
            throw CannotStart.unsafe(failures);
        }
        gate.open();
        LOG.info("Checked itself: tokens, routes, forms and histories hold");
    }

    // A server that listens everywhere is reached here, too.
    private static URI address(EmbeddedServer server) {
        String host = server.getHost();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::") || host.isEmpty();
        return everywhere ? URI.create(server.getScheme() + "://127.0.0.1:" + server.getPort()) : server.getURI();
    }

    /** Before anything else begins that waits for the server. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
