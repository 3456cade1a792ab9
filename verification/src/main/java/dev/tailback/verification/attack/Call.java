package dev.tailback.verification.attack;

import java.util.List;
import java.util.Random;

/**
 * A call that the service app offers, with values that it would take, and the means to put others in their place.
 *
 * @param method as described
 * @param template the path, with names in braces
 * @param parameters what it takes in path, query and headers
 * @param body JSON or form fields; empty where it takes none
 * @param headers that come with every such call
 */
record Call(String method, String template, List<Value> parameters, List<Value> body, Kind kind, List<String> headers) {

    /** Some calls take it and some refuse it, with the same description. */
    private static final String OPTIONAL = "reason";

    /** Of what the body is. */
    enum Kind {
        NONE,
        JSON,
        FORM
    }

    /**
     * A place for a value.
     *
     * @param in path, query, header; or body
     * @param text a value that would do: plain in the path, query and header, JSON source in a JSON body
     */
    record Value(String in, String name, String text) {}

    /** @param harmOneIn the chance that a value is replaced */
    RawRequest request(Random random, int harmOneIn) {
        StringBuilder query = new StringBuilder();
        String path = template;
        RawRequest request = RawRequest.of(method, "/").with(headers.toArray(String[]::new));
        for (Value value : parameters) {
            boolean harm = random.nextInt(harmOneIn) == 0;
            String encoded = harm ? Hostile.encoded(random) : Hostile.percent(value.text());
            switch (value.in()) {
                case "path" -> path = path.replace("{" + value.name() + "}", encoded);
                case "query" -> query.append(repeated(random, value, encoded, harm));
                case "header" ->
                    request = request.with(value.name() + ": " + (harm ? Hostile.header(random) : value.text()));
                default -> query.append("");
            }
        }
        String target = path + (query.isEmpty() ? "" : "?" + query.substring(1));
        return switch (kind) {
            case NONE -> request.withTarget(target);
            case JSON ->
                request.withTarget(target)
                        .with("Content-Type: application/json")
                        .withBody(bytes(json(random, harmOneIn)));
            case FORM -> request.withTarget(target).form(form(random, harmOneIn));
        };
    }

    private static String repeated(Random random, Value value, String encoded, boolean harm) {
        if (!harm && random.nextInt(3) > 0) {
            return "";
        }
        String once = "&" + value.name() + "=" + encoded;
        return harm && random.nextInt(8) == 0 ? once + once + "&" + value.name() + "[]=1" : once;
    }

    private String json(Random random, int harmOneIn) {
        StringBuilder json = new StringBuilder("{");
        for (Value value : body) {
            boolean harm = random.nextInt(harmOneIn) == 0;
            if (harm ? random.nextInt(8) == 0 : value.name().equals(OPTIONAL) && random.nextBoolean()) {
                continue;
            }
            json.append(json.length() > 1 ? "," : "");
            json.append('"').append(value.name()).append("\":").append(harm ? Hostile.json(random) : value.text());
        }
        if (random.nextInt(harmOneIn * 4) == 0) {
            json.append(json.length() > 1 ? "," : "").append("\"more\":").append(Hostile.json(random));
        }
        return json.append('}').toString();
    }

    private String form(Random random, int harmOneIn) {
        StringBuilder form = new StringBuilder();
        for (Value value : body) {
            boolean harm = random.nextInt(harmOneIn) == 0;
            if (harm && random.nextInt(8) == 0) {
                continue;
            }
            form.append(form.isEmpty() ? "" : "&")
                    .append(Hostile.percent(value.name()))
                    .append('=');
            form.append(harm ? Hostile.encoded(random) : Hostile.percent(value.text()));
        }
        return form.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
