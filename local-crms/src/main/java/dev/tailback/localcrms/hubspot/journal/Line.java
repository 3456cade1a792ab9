package dev.tailback.localcrms.hubspot.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** One line of the file: a sum that tells whether it is whole, a blank, and JSON. */
final class Line {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SUM = 8;

    private Line() {}

    static byte[] of(JsonNode content) {
        try {
            byte[] json = JSON.writeValueAsBytes(content);
            byte[] sum = (sum(json) + " ").getBytes(StandardCharsets.US_ASCII);
            byte[] line = new byte[sum.length + json.length + 1];
            System.arraycopy(sum, 0, line, 0, sum.length);
            System.arraycopy(json, 0, line, sum.length, json.length);
            line[line.length - 1] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written", e);
        }
    }

    /** @throws IOException when the line is not whole */
    static JsonNode read(String line) throws IOException {
        byte[] json = line.substring(Math.min(line.length(), SUM + 1)).getBytes(StandardCharsets.UTF_8);
        if (!line.startsWith(sum(json) + " ")) {
            throw new IOException("its sum is wrong");
        }
        return JSON.readTree(json);
    }

    private static String sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return String.format("%08x", sum.getValue());
    }
}
