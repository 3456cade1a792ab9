package dev.tailback.app.entries;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;

/** JSON in lines, so that people can read it. */
final class PrettyJson {

    private static final JsonFactory JSON = new JsonFactory();

    private PrettyJson() {}

    /** As it is, if it is no JSON, or was cut. */
    static String of(String text) {
        StringWriter lines = new StringWriter();
        try (JsonParser parser = JSON.createParser(text);
                JsonGenerator generator = JSON.createGenerator(lines).useDefaultPrettyPrinter()) {
            parser.nextToken();
            generator.copyCurrentStructure(parser);
            if (parser.nextToken() != null) {
                return text;
            }
        } catch (IOException | IllegalStateException notJson) {
            return text;
        }
        return lines.toString();
    }
}
