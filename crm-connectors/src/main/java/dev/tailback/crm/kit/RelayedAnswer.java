package dev.tailback.crm.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An answer on its way back.
 *
 * @param head status line and headers, without those about the length
 */
record RelayedAnswer(List<String> head, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RelayedAnswer read(InputStream in) throws IOException {
        List<String> head = RelayedCall.head(in);
        byte[] rest = in.readAllBytes();
        boolean chunked = RelayedCall.header(head, "transfer-encoding")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
        return new RelayedAnswer(
                head.stream()
                        .filter(line -> !line.toLowerCase(Locale.ROOT)
                                .matches("(connection|content-length|transfer-encoding|keep-alive):.*"))
                        .toList(),
                chunked ? joined(rest) : rest);
    }

    private static byte[] joined(byte[] chunks) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(chunks);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int length = chunk(in); length > 0; length = chunk(in)) {
            whole.write(in.readNBytes(length));
            in.readNBytes(2);
        }
        return whole.toByteArray();
    }

    private static int chunk(InputStream in) {
        StringBuilder length = new StringBuilder();
        try {
            for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
                length.append((char) one);
            }
        } catch (IOException never) {
            return 0;
        }
        String digits = length.toString().strip().replaceFirst(";.*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits, 16);
    }

    static RelayedAnswer html(int status) {
        return new RelayedAnswer(
                List.of("HTTP/1.1 " + status + " Said", "Content-Type: text/html"),
                "<html><body>Please sign in to the network.</body></html>".getBytes(StandardCharsets.UTF_8));
    }

    static RelayedAnswer toldToWait() {
        return new RelayedAnswer(
                List.of(
                        "HTTP/1.1 429 Too Many Requests",
                        "Content-Type: application/json",
                        "Retry-After: " + Fault.WAIT.toSeconds()),
                "{\"message\":\"Too many calls.\"}".getBytes(StandardCharsets.UTF_8));
    }

    RelayedAnswer cut() {
        return new RelayedAnswer(head, Arrays.copyOf(body, body.length / 2));
    }

    RelayedAnswer withWrongTypes() throws IOException {
        return withJson(wrong(json()));
    }

    RelayedAnswer withForeignIds() throws IOException {
        return withJson(foreign(json()));
    }

    private JsonNode json() throws IOException {
        return body.length == 0 ? JsonNodeFactory.instance.nullNode() : JSON.readTree(body);
    }

    private RelayedAnswer withJson(JsonNode json) throws IOException {
        return body.length == 0 ? this : new RelayedAnswer(head, JSON.writeValueAsBytes(json));
    }

    private static JsonNode wrong(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(one -> one.setValue(wrong(one.getValue())));
            return object;
        }
        if (json instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, wrong(array.get(at)));
            }
            return array;
        }
        return JsonNodeFactory.instance.objectNode().set("was", json);
    }

    private static JsonNode foreign(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties()
                    .forEach(one -> one.setValue(
                            one.getKey().equalsIgnoreCase("id")
                                            && one.getValue().isTextual()
                                    ? TextNode.valueOf("../../" + one.getValue().asText())
                                    : foreign(one.getValue())));
            return object;
        }
        json.forEach(RelayedAnswer::foreign);
        return json;
    }

    void to(OutputStream out) throws IOException {
        String kept = head.stream().collect(Collectors.joining("\r\n"));
        out.write((kept + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }
}
