package dev.tailback.localorg.rest;

import java.util.Locale;

/** {@code /services/async/*}: Bulk API 1.0, which this org does not speak. Its errors have a form of their own. */
final class OldBulkRefusal {
    private static final String CODE = "FeatureNotEnabled";
    private static final String PROBLEM =
            "local-org does not speak Bulk API 1.0; use Bulk API 2.0 at /services/data/vXX.X/jobs/ingest or jobs/query.";
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <error xmlns="http://www.force.com/2009/06/asyncapi/dataload"><exceptionCode>%s</exceptionCode><exceptionMessage>%s</exceptionMessage></error>
            """.formatted(CODE, PROBLEM);

    private OldBulkRefusal() {}

    static Reply reply(Request request) {
        String types = request.header("Content-Type").orElse("")
                + request.header("Accept").orElse("");
        return types.toLowerCase(Locale.ROOT).contains("json")
                ? Reply.json(400, json -> {
                    json.writeStartObject();
                    json.writeStringField("exceptionCode", CODE);
                    json.writeStringField("exceptionMessage", PROBLEM);
                    json.writeEndObject();
                })
                : Reply.text(400, "application/xml", XML);
    }
}
