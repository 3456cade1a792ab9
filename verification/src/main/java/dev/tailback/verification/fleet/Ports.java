package dev.tailback.verification.fleet;

import dev.tailback.program.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Where the programs listen, all on 127.0.0.1. */
public record Ports(int serviceApp, int localOrg, int syncWorker, int provider) {
    static final int SERVICE_APP_BY_DEFAULT = 8080;

    /**
     * The service app at the base, the local org ten above it, the worker's health between them, an OpenID provider
     * another ten above.
     */
    static Ports from(int base) {
        if (base < 1024 || base > 65_000) {
            throw CannotStart.misconfigured("--port-base " + base + " is out of range: give one from 1024 to 65000.");
        }
        return new Ports(base, base + 10, base + 1, base + 20);
    }

    /** @throws CannotStart naming the one that is taken */
    void requireFree() {
        requireFree(serviceApp);
        requireFree(localOrg);
        requireFree(syncWorker);
    }

    /** The same for the one of the OpenID provider, which few demos have. */
    void requireProviderFree() {
        requireFree(provider);
    }

    static Ports free() {
        return new Ports(freePort(), freePort(), freePort(), freePort());
    }

    public static Ports of(Optional<Integer> base, boolean anyWillDo) {
        return base.map(Ports::from).orElseGet(() -> anyWillDo ? free() : from(SERVICE_APP_BY_DEFAULT));
    }

    static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw CannotStart.notAvailable(
                    "Port " + port + " is taken on 127.0.0.1; end what uses it, or move the demo with --port-base N.",
                    e);
        }
    }

    /** Free at this moment; another program may still take it first. */
    public static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw CannotStart.notAvailable("No free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }
}
