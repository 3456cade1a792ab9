package dev.tailback.localorg.rest;

import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.switches.Switch;
import java.util.List;
import java.util.regex.Pattern;

/** The versions of the data API that an org speaks: three a year, as Salesforce releases them. */
final class Versions {

    private static final int FIRST_LISTED = 60;
    private static final int FIRST_YEAR = 24;
    private static final List<String> SEASONS = List.of("Spring", "Summer", "Winter");
    private static final Pattern WORD = Pattern.compile("v(\\d{1,3})\\.0");
    private static final int FIRST_RETIRED_AFTER = 31;

    static String newest(Org org) {
        return newestNumber(org) + ".0";
    }

    private static int newestNumber(Org org) {
        return org.switches().number(Switch.NEWEST_VERSION);
    }

    Reply list(Org org) {
        return Reply.ok(json -> {
            json.writeStartArray();
            for (int number = FIRST_LISTED; number <= newestNumber(org); number++) {
                json.writeStartObject();
                json.writeStringField("label", label(number));
                json.writeStringField("url", "/services/data/v" + number + ".0");
                json.writeStringField("version", number + ".0");
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Version 60 was Spring '24, 61 Summer '24, 62 Winter '25. */
    private static String label(int number) {
        int since = number - FIRST_LISTED;
        int year = FIRST_YEAR + (since + 1) / SEASONS.size();
        return SEASONS.get(since % SEASONS.size()) + " '" + year;
    }

    /** Refuses versions that are retired or unknown. Those between retired and listed work, unlisted, as in an org. */
    void require(Org org, String word) {
        var matcher = WORD.matcher(word);
        int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (number > 0 && number < FIRST_RETIRED_AFTER) {
            throw new ApiException(410, "UNSUPPORTED_API_VERSION", "API version " + number + ".0 is retired");
        }
        if (number == 0 || number > newestNumber(org)) {
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
