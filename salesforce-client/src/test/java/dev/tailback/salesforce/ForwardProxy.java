package dev.tailback.salesforce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A forward proxy: opens tunnels with CONNECT and passes plain requests on; with a password it asks for it. */
final class ForwardProxy implements AutoCloseable {

    private final ServerSocket server;
    private final Optional<String> authorization;
    private final int refusal;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "forward-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> passed = new CopyOnWriteArrayList<>();

    /** Whoever does not bring this authorization is answered with 407. */
    static ForwardProxy asking(String authorization) {
        return new ForwardProxy(Optional.of(authorization), 0);
    }

    static ForwardProxy open() {
        return new ForwardProxy(Optional.empty(), 0);
    }

    static ForwardProxy refusing(int status) {
        return new ForwardProxy(Optional.empty(), status);
    }

    private ForwardProxy(Optional<String> authorization, int refusal) {
        this.authorization = authorization;
        this.refusal = refusal;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Where it has led to, as it was asked for. */
    List<String> passed() {
        return passed;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            String head = head(caller.getInputStream());
            String[] request = head.split("\r\n", 2)[0].split(" ");
            if (refusal > 0) {
                say(caller, refusal + " No");
            } else if (authorization.isPresent()
                    && !head.contains("Proxy-Authorization: " + authorization.get() + "\r\n")) {
                say(caller, "407 Who asks");
            } else if (request[0].equals("CONNECT")) {
                tunnel(caller, request[1]);
            } else {
                pass(caller, request, head);
            }
        } catch (IOException gone) {
            passed.remove("");
        }
    }

    private void tunnel(Socket caller, String target) throws IOException {
        passed.add(target);
        int colon = target.lastIndexOf(':');
        try (Socket org = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
            caller.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            bothWays(caller, org);
        }
    }

    private void pass(Socket caller, String[] request, String head) throws IOException {
        URI target = URI.create(request[1]);
        passed.add(target.getAuthority());
        String path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        String rest = head.split("\r\n", 2)[1].replaceAll("(?i)(Proxy-Authorization|Connection): [^\r]*\r\n", "");
        try (Socket org = new Socket(target.getHost(), target.getPort())) {
            org.getOutputStream()
                    .write((request[0] + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + rest)
                            .getBytes(StandardCharsets.ISO_8859_1));
            bothWays(caller, org);
        }
    }

    private void bothWays(Socket caller, Socket org) throws IOException {
        threads.execute(() -> {
            try {
                caller.getInputStream().transferTo(org.getOutputStream());
            } catch (IOException gone) {
                passed.remove("");
            }
        });
        org.getInputStream().transferTo(caller.getOutputStream());
    }

    private static void say(Socket caller, String status) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n"
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
