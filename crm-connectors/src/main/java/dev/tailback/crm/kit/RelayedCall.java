package dev.tailback.crm.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as it came in.
 *
 * @param head request line and headers
 */
record RelayedCall(List<String> head, byte[] body) {

    private static final int LONGEST_HEAD = 100_000;

    /** Empty where the caller hung up without a word. */
    static Optional<RelayedCall> read(InputStream in) throws IOException {
        List<String> head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RelayedCall(head, in.readNBytes(length(head))));
    }

    static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int letters = 0;
        for (int one = in.read(); one >= 0 && bytes.size() < LONGEST_HEAD; one = in.read()) {
            bytes.write(one);
            if (one == '\n' && letters == 0) {
                break;
            }
            letters = one == '\n' ? 0 : one == '\r' ? letters : letters + 1;
        }
        return bytes.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static int length(List<String> head) {
        return header(head, "content-length").map(Integer::parseInt).orElse(0);
    }

    static Optional<String> header(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    boolean hasInBody(String marker) {
        return marker.isEmpty() || new String(body, StandardCharsets.UTF_8).contains(marker);
    }

    /** Method and path, without what is asked for. */
    String place() {
        String line = head.get(0);
        return line.replaceFirst("[? ][^ ]* HTTP.*", "");
    }

    /** What the CRM answers to it. */
    RelayedAnswer passedOn(URI crm) throws IOException {
        try (Socket socket = new Socket(crm.getHost(), crm.getPort())) {
            OutputStream out = socket.getOutputStream();
            String kept = head.stream()
                    .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(connection|upgrade|http2-settings):.*"))
                    .collect(Collectors.joining("\r\n"));
            out.write((kept + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return RelayedAnswer.read(socket.getInputStream());
        }
    }
}
