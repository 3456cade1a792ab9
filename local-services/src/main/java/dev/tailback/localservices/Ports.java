package dev.tailback.localservices;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.IntFunction;

/** Ports on 127.0.0.1. */
final class Ports {
    private static final int ATTEMPTS_FOR_A_FREE_PORT = 5;

    private Ports() {}

    /** Free at this moment; another process may still take it. */
    static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(loopback(0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServiceFailed("No port on 127.0.0.1 is free", e);
        }
    }

    /** @param port 1 to 65535, or 0 for any free one; if another process takes that first, it tries again */
    static <T> T onGivenOrFree(int port, IntFunction<T> start) {
        if (port != 0) {
            return start.apply(port);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return start.apply(free());
            } catch (ServiceFailed taken) {
                if (attempt == ATTEMPTS_FOR_A_FREE_PORT) {
                    throw taken;
                }
            }
        }
    }

    static void requireFree(int port, String service) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections still linger counts as free, as it does for the services.
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
        } catch (IOException e) {
            throw new ServiceFailed(
                    "Port " + port + " on 127.0.0.1 is taken, " + service
                            + " cannot use it: stop what uses it or choose another port",
                    e);
        }
    }

    static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
    }
}
