package dev.tailback.salesforce;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Answers with one header after the other, for as long as somebody takes them. */
final class EndlessHeaders implements AutoCloseable {

    private final ServerSocket server;
    private volatile boolean closed;
    private final AtomicLong bytes = new AtomicLong();

    EndlessHeaders() {
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::answerAll, "endless-headers");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    long bytesWritten() {
        return bytes.get();
    }

    private void answerAll() {
        while (!closed) {
            try (Socket socket = server.accept()) {
                answer(socket.getOutputStream());
            } catch (IOException gone) {
                closed = server.isClosed();
            }
        }
    }

    private void answer(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] header = ("X-More: " + "m".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        while (!closed) {
            out.write(header);
            bytes.addAndGet(header.length);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
