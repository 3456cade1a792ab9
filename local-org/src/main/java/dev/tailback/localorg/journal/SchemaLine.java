package dev.tailback.localorg.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.change.OrgSource;
import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.wire.ReadJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first line of a data file: what was changed of the schema. There is none where nothing was changed. */
final class SchemaLine {
    private static final JsonFactory JSON = new JsonFactory();

    private SchemaLine() {}

    static void write(OrgSource source, Path file) throws IOException {
        if (source.steps().isEmpty()) {
            return;
        }
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("keyPrefixes");
            for (Map.Entry<String, String> prefix : source.keyPrefixes().entrySet()) {
                json.writeStringField(prefix.getKey(), prefix.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("schema");
            for (OrgSource.Step step : source.steps()) {
                write(json, step);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, OrgSource.Step step) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("files");
        for (Map.Entry<String, Optional<String>> file : step.files().entrySet()) {
            json.writeStringField(file.getKey(), file.getValue().orElse(null));
        }
        json.writeEndObject();
        if (step.renamed().isPresent()) {
            OrgSource.Renamed renamed = step.renamed().get();
            json.writeStringField("object", renamed.object());
            json.writeStringField("from", renamed.from());
            json.writeStringField("to", renamed.to());
        }
        json.writeEndObject();
    }

    /** The source with the changes of the line; as it is when the line tells of rows already. */
    static OrgSource read(String line, OrgSource beginning) {
        Map<String, Object> kept;
        try {
            kept = ReadJson.object(line.getBytes(StandardCharsets.UTF_8));
            OrgSource source = new OrgSource(beginning.source(), beginning.steps(), prefixes(kept.get("keyPrefixes")));
            for (Map<String, Object> step : ReadJson.objects(kept.get("schema"), "schema")) {
                source = source.after(step(step), source.schema());
            }
            return source;
        } catch (RequestRefused noSchema) {
            return beginning;
        }
    }

    private static Map<String, String> prefixes(@Nullable Object kept) {
        Map<String, String> prefixes = new HashMap<>();
        if (kept instanceof Map<?, ?> map) {
            map.forEach((object, prefix) -> prefixes.put(object.toString(), prefix.toString()));
        }
        return prefixes;
    }

    private static OrgSource.Step step(Map<String, Object> kept) {
        Map<String, Optional<String>> files = new LinkedHashMap<>();
        if (kept.get("files") instanceof Map<?, ?> map) {
            map.forEach((path, text) ->
                    files.put(path.toString(), Optional.ofNullable(text).map(Object::toString)));
        }
        return new OrgSource.Step(
                files,
                Optional.ofNullable(kept.get("object"))
                        .map(object -> new OrgSource.Renamed(
                                object.toString(), String.valueOf(kept.get("from")), String.valueOf(kept.get("to")))));
    }
}
