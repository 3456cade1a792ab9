package dev.tailback.app.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server on this machine that can fall silent as a firewall does that forgot its connections: nothing is
 * forwarded and nothing is reset. A connection that met the silence stays silent; a new one works when the silence is
 * over.
 */
public final class SilentWay implements AutoCloseable {

    private final ServerSocket front;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int silence; // odd while nothing is forwarded

    private SilentWay(ServerSocket front, int target) {
        this.front = front;
        this.target = target;
    }

    public static SilentWay to(int target) {
        try {
            SilentWay way = new SilentWay(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
            daemon(way::accept);
            return way;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return front.getLocalPort();
    }

    public void fallSilent() {
        silence++;
    }

    public void speakAgain() {
        silence++;
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                connect(front.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        int begun = silence;
        sockets.add(client);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(server);
        daemon(() -> carry(client, server, begun));
        daemon(() -> carry(server, client, begun));
    }

    private void carry(Socket from, Socket to, int begun) {
        byte[] some = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (forwards(begun)) {
                    out.write(some, 0, read);
                }
            }
            if (!forwards(begun)) {
                awaitTheEnd();
            }
        } catch (IOException gone) {
            closeQuietly(to);
        }
    }

    private boolean forwards(int begun) {
        return silence == begun && begun % 2 == 0;
    }

    /** Not even an end is told. */
    private synchronized void awaitTheEnd() {
        try {
            while (!front.isClosed()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closeQuietly(front);
        sockets.forEach(SilentWay::closeQuietly);
        synchronized (this) {
            notifyAll();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception closedAnyway) {
            return;
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "silent-way");
        thread.setDaemon(true);
        thread.start();
    }
}
