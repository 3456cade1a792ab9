package dev.tailback.verification.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One caller's connection, opened again whenever the other side has closed it. */
final class RawConnection implements AutoCloseable {
    /** Far beyond what any answer takes on any machine: what takes longer hangs. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int KEPT = 64 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;

    private final InetSocketAddress address;
    private final Optional<InetAddress> from;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private boolean open;
    private boolean used;

    RawConnection(InetSocketAddress address) {
        this(address, Optional.empty());
    }

    /** @param from the address of this machine that the other side sees */
    RawConnection(InetSocketAddress address, Optional<InetAddress> from) {
        this.address = address;
        this.from = from;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @throws SocketTimeoutException when none came in time
     * @throws IOException when the other side closed the connection without one
     */
    RawAnswer call(RawRequest request) throws IOException {
        boolean stale = used && open;
        try {
            return callOnce(request);
        } catch (SocketTimeoutException hangs) {
            close();
            throw hangs;
        } catch (IOException closed) {
            close();
            if (!stale) {
                throw closed;
            }
            return callOnce(request);
        }
    }

    private RawAnswer callOnce(RawRequest request) throws IOException {
        open();
        long begun = System.nanoTime();
        IOException cut = null;
        try {
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
        } catch (IOException answeredEarly) {
            // Who refuses a body early answers and closes; the answer may still be here.
            cut = answeredEarly;
        }
        try {
            RawAnswer answer = read(request.method().equals("HEAD"), begun);
            used = true;
            if (cut != null
                    || answer.header("connection")
                            .filter("close"::equalsIgnoreCase)
                            .isPresent()) {
                close();
            }
            return answer;
        } catch (SocketTimeoutException hangs) {
            throw hangs;
        } catch (IOException none) {
            close();
            throw none;
        }
    }

    private void open() throws IOException {
        if (open) {
            return;
        }
        socket = new Socket();
        if (from.isPresent()) {
            socket.bind(new InetSocketAddress(from.get(), 0));
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(address, (int) PATIENCE.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
        open = true;
        used = false;
    }

    private RawAnswer read(boolean headOnly, long begun) throws IOException {
        String status = line();
        int code = code(status);
        Map<String, List<String>> headers = headers();
        if (code / 100 == 1) {
            return read(headOnly, begun);
        }
        String body = headOnly || code == 204 || code == 304 ? "" : body(headers);
        return new RawAnswer(code, headers, body, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static int code(String status) throws IOException {
        if (!status.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new IOException("no HTTP answer: " + status);
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = Math.max(0, line.indexOf(':'));
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, none -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(Map<String, List<String>> headers) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            for (long length = chunk(); length > 0; length = chunk()) {
                take(length, kept);
                line();
            }
            line();
        } else if (headers.containsKey("content-length")) {
            take(Long.parseLong(headers.get("content-length").get(0)), kept);
        } else {
            takeAll(kept);
            close();
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().split(";")[0].strip(), 16);
    }

    private void take(long length, ByteArrayOutputStream kept) throws IOException {
        byte[] buffer = new byte[8192];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the answer breaks off");
            }
            keep(buffer, read, kept);
            left -= read;
        }
    }

    private void takeAll(ByteArrayOutputStream kept) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            keep(buffer, read, kept);
        }
    }

    private static void keep(byte[] buffer, int length, ByteArrayOutputStream kept) {
        kept.write(buffer, 0, Math.max(0, Math.min(length, KEPT - kept.size())));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("closed without an answer");
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a line of the answer has no end");
            }
            line.append((char) read);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException goneAnyway) {
            // It is not used again.
        }
        open = false;
        used = false;
    }
}
