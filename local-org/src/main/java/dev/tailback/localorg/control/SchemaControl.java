package dev.tailback.localorg.control;

import dev.tailback.localorg.change.OrgSource;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.org.CurrentOrg;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rest.Reply;
import dev.tailback.localorg.rest.Request;
import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.wire.ReadJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * {@code /local-org/schema}: tells what the org executes and changes it, all of a call or nothing. A path below it is
 * the path of a metadata file in a source directory.
 */
public final class SchemaControl {

    private final CurrentOrg current;
    private final BiFunction<Org, OrgSource.Step, Org> change;
    private final Supplier<OrgSource> source;

    /**
     * @param change makes the org under the changed schema, or throws a sentence
     * @param source the files that are executed now
     */
    public SchemaControl(CurrentOrg current, BiFunction<Org, OrgSource.Step, Org> change, Supplier<OrgSource> source) {
        this.current = current;
        this.change = change;
        this.source = source;
    }

    Reply reply(Request request) {
        List<String> segments = request.segments();
        String path = String.join("/", segments.subList(2, segments.size()));
        try {
            return path.isEmpty() ? whole(request) : path.equals("rename") ? rename(request) : file(request, path);
        } catch (RequestRefused | IllegalArgumentException e) {
            return Control.error(400, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Control.error(400, "The zip cannot be read: " + e.getMessage());
        }
    }

    private Reply whole(Request request) throws IOException {
        return switch (request.method()) {
            case "GET" -> state();
            case "POST", "PUT" -> changed(new OrgSource.Step(FilesOf.body(request), Optional.empty()));
            default -> Control.error(405, "/local-org/schema takes GET, and POST with a zip or a map of files.");
        };
    }

    private Reply file(Request request, String path) {
        return switch (request.method()) {
            case "GET" ->
                current.ask(org -> source.get().source().text(path))
                        .map(text -> Reply.text(200, "text/xml", text))
                        .orElseGet(() -> Control.error(404, "The org executes no file " + path + "."));
            case "PUT" -> changed(path, Optional.of(new String(request.body(), StandardCharsets.UTF_8)));
            case "DELETE" -> changed(path, Optional.empty());
            default -> Control.error(405, "A file of the schema takes GET, PUT and DELETE.");
        };
    }

    private Reply rename(Request request) {
        Map<String, Object> wanted = ReadJson.object(request.body());
        String[] field = String.valueOf(wanted.get("field")).split("\\.", 2);
        if (field.length < 2 || !(wanted.get("to") instanceof String to)) {
            return Control.error(400, "A field is renamed by {\"field\": \"Object__c.Old__c\", \"to\": \"New__c\"}.");
        }
        return changed(new OrgSource.Step(Map.of(), Optional.of(new OrgSource.Renamed(field[0], field[1], to))));
    }

    private Reply changed(String path, Optional<String> text) {
        return changed(new OrgSource.Step(Map.of(path, text), Optional.empty()));
    }

    private Reply changed(OrgSource.Step step) {
        current.replace(org -> change.apply(org, step));
        return state();
    }

    private Reply state() {
        return current.ask(org -> {
            Schema schema = org.schema();
            int steps = source.get().steps().size();
            return Reply.ok(json -> {
                json.writeStartObject();
                json.writeNumberField("changes", steps);
                json.writeStringField("changedAt", org.since().toString());
                json.writeNumberField("objects", schema.objects().size());
                json.writeArrayFieldStart("notExecuted");
                for (String sentence : org.notExecuted()) {
                    json.writeString(sentence);
                }
                json.writeEndArray();
                json.writeEndObject();
            });
        });
    }
}
