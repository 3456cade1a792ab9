package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the service app says of its own API. */
record OpenApi(JsonNode description) {
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final int DEEPEST = 4;

    /** A value that a call takes: in its path, query, header or cookie. */
    record Parameter(String in, String name) {}

    static OpenApi read(Staff staff) {
        String yaml = staff.require("/swagger").asText();
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new OpenApi(Http.JSON.valueToTree(tree));
    }

    Set<Route> routes() {
        Set<Route> routes = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        routes.add(new Route(name.toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
        return routes;
    }

    List<Parameter> parameters(Route route) {
        List<Parameter> parameters = new ArrayList<>();
        operation(route)
                .path("parameters")
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.path("in").asText(), parameter.path("name").asText())));
        return parameters;
    }

    /** The schema of its body; missing where it takes none. */
    JsonNode body(Route route) {
        JsonNode content = operation(route).path("requestBody").path("content");
        return resolved(content.path("application/json").path("schema"), 0);
    }

    private JsonNode operation(Route route) {
        return description
                .path("paths")
                .path(route.template())
                .path(route.method().toLowerCase(Locale.ROOT));
    }

    /** Without references. */
    JsonNode resolved(JsonNode schema, int depth) {
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty() && depth < DEEPEST) {
            return resolved(description.at(reference.substring(1)), depth + 1);
        }
        JsonNode first = schema.path("allOf").path(0);
        return first.isMissingNode() || depth >= DEEPEST ? schema : resolved(first, depth + 1);
    }
}
