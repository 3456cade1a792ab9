package dev.tailback.web.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as it stands in the standard and no other way: UTF-8, one value, each name once, and not nested without
 * end.
 */
final class JsonReader {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 1_100_000; // the server takes less
    private static final String BODY = "body";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST)
                    .maxStringLength(LONGEST)
                    .build())
            .build();

    private JsonReader() {}

    /** @throws Problem 400 {@code malformed_json} or {@code invalid} */
    static Json read(byte[] bytes) {
        String text = PercentEncoded.utf8(bytes).orElseThrow(JsonReader::malformed);
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        try (JsonParser parser = FACTORY.createParser(marked ? text.substring(1) : text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw Invalid.because(BODY, "is empty; send JSON");
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return value;
        } catch (StreamConstraintsException tooDeep) {
            throw Invalid.because(BODY, "is nested more than " + DEEPEST + " levels deep");
        } catch (JsonProcessingException notJson) {
            throw malformed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Digits(parser.getText());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Nothing();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw malformed();
        };
    }

    private static Json fields(JsonParser parser) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (fields.put(name, value(parser)) != null) {
                throw Invalid.because(Invalid.named(name), "is given twice; give it once");
            }
        }
        return new Json.Fields(fields);
    }

    private static Json items(JsonParser parser) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Items(items);
    }

    private static Problem malformed() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "malformed_json",
                "The body is not valid JSON in UTF-8, so nothing of it was read. Mend it and send it again.");
    }
}
