package dev.tailback.localorg.rest;

import java.util.List;
import java.util.regex.Pattern;

/** The versions of the data API this org speaks: the last eight of Salesforce's. */
final class Versions {

    private record Version(String label, int number) {}

    private static final List<Version> KNOWN = List.of(
            new Version("Spring '24", 60),
            new Version("Summer '24", 61),
            new Version("Winter '25", 62),
            new Version("Spring '25", 63),
            new Version("Summer '25", 64),
            new Version("Winter '26", 65),
            new Version("Spring '26", 66),
            new Version("Summer '26", 67));
    private static final Pattern WORD = Pattern.compile("v(\\d+)\\.0");
    private static final int FIRST_RETIRED_AFTER = 31;

    static String newest() {
        return KNOWN.get(KNOWN.size() - 1).number() + ".0";
    }

    Reply list() {
        return Reply.ok(json -> {
            json.writeStartArray();
            for (Version version : KNOWN) {
                json.writeStartObject();
                json.writeStringField("label", version.label());
                json.writeStringField("url", "/services/data/v" + version.number() + ".0");
                json.writeStringField("version", version.number() + ".0");
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Refuses versions that are retired or unknown. Those between retired and listed work, unlisted, as in an org. */
    void require(String word) {
        var matcher = WORD.matcher(word);
        int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (number > 0 && number < FIRST_RETIRED_AFTER) {
            throw new ApiException(410, "UNSUPPORTED_API_VERSION", "API version " + number + ".0 is retired");
        }
        if (number == 0 || number > KNOWN.get(KNOWN.size() - 1).number()) {
            throw ApiException.notFound();
        }
    }

    Reply root(Call call) {
        return Reply.ok(json -> {
            json.writeStartObject();
            for (String name : List.of("sobjects", "query", "queryAll", "limits", "composite", "jobs")) {
                json.writeStringField(name, call.versionPath() + "/" + name);
            }
            json.writeStringField(
                    "identity",
                    "http://" + call.request().header("Host").orElse("localhost") + "/id/"
                            + call.org().users().organizationId() + "/"
                            + call.user().id());
            json.writeEndObject();
        });
    }
}
