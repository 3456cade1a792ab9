package dev.tailback.verification.attack;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Redis' protocol, for one who speaks to it behind the programs' backs. Answers are lists of texts; a refusal is one
 * text.
 */
final class RedisTongue {
    private static final int TIMEOUT_MS = 10_000;

    private final int port;

    RedisTongue(int port) {
        this.port = port;
    }

    List<String> say(String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
            for (String word : words) {
                command.append('$')
                        .append(word.length())
                        .append("\r\n")
                        .append(word)
                        .append("\r\n");
            }
            socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.ISO_8859_1));
            List<String> answer = new ArrayList<>();
            read(new BufferedInputStream(socket.getInputStream()), answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not answer " + words[0], e);
        }
    }

    private static void read(InputStream in, List<String> answer) throws IOException {
        String line = line(in);
        int length = line.matches("[*$]-?\\d+") ? Integer.parseInt(line.substring(1)) : 0;
        switch (line.charAt(0)) {
            case '*' -> {
                for (int element = 0; element < length; element++) {
                    read(in, answer);
                }
            }
            case '$' ->
                answer.add(
                        length < 0
                                ? ""
                                : new String(in.readNBytes(length + 2), StandardCharsets.ISO_8859_1)
                                        .substring(0, length));
            default -> answer.add(line.substring(1));
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("Redis closed the connection");
            }
            line.append((char) read);
        }
        return line.substring(0, line.length() - 1);
    }
}
