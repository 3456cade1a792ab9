package dev.tailback.localservices;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Single inline commands to a Redis, without a client library. */
public final class RedisWire {
    private static final int TIMEOUT_MS = 10_000;

    private RedisWire() {}

    /** The first line of Redis' answer to a command without arguments that need quoting. */
    public static String ask(String redisUri, String command) throws IOException {
        URI uri = URI.create(redisUri);
        try (Socket socket = new Socket()) {
            socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            send(socket, command);
            return firstLine(socket);
        }
    }

    /** The whole text of an answer that is one text, as of INFO. */
    public static String askForText(String redisUri, String command) throws IOException {
        URI uri = URI.create(redisUri);
        try (Socket socket = new Socket()) {
            socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            send(socket, command);
            String length = firstLine(socket);
            if (!length.matches("\\$\\d+")) {
                throw new IOException("Redis answered " + length + " to " + command);
            }
            socket.getInputStream().read();
            byte[] text = socket.getInputStream().readNBytes(Integer.parseInt(length.substring(1)));
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    private static void send(Socket socket, String command) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
