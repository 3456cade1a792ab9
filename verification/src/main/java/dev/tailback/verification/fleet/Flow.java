package dev.tailback.verification.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP way to a port of this machine that can go silent: connections stay and are still accepted, and nothing comes
 * through, as behind a firewall that forgot them. What was on its way when it went silent is never delivered.
 */
public final class Flow implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final int CONNECT_MS = 2_000;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> silenced = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;

    private Flow(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** @param target the port on 127.0.0.1 that connections lead to */
    public static Flow to(int target) {
        try {
            Flow flow = new Flow(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
            start(flow::accept);
            return flow;
        } catch (IOException e) {
            throw new UncheckedIOException("No port on 127.0.0.1 is free for a way to port " + target, e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /**
     * Nothing comes through any more. Connections of this time stay silent for ever; only {@link #speak} lets new ones
     * through.
     */
    public void fallSilent() {
        silent = true;
        silenced.addAll(sockets);
    }

    public void speak() {
        silent = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                join(server.accept());
            } catch (IOException closed) {
                // The client learns it from its connection; the next connection may get through.
                continue;
            }
        }
    }

    private void join(Socket near) throws IOException {
        sockets.add(near);
        if (silent) {
            silenced.add(near);
        }
        Socket far = new Socket();
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MS);
        } catch (IOException notListening) {
            end(near);
            far.close();
            return;
        }
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        sockets.add(far);
        start(() -> pump(near, far, near));
        start(() -> pump(far, near, near));
    }

    /** A silent connection is still read, so that who sends notices nothing. */
    private void pump(Socket from, Socket to, Socket near) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!silenced.contains(near)) {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException broken) {
            // Both ends learn it below.
        }
        if (!silenced.contains(near) || from == near) {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        sockets.remove(socket);
        silenced.remove(socket);
        try {
            socket.close();
        } catch (IOException goneAnyway) {
            return;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "flow");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException goneAnyway) {
            // The sockets are what matters.
        }
        sockets.forEach(this::end);
    }
}
