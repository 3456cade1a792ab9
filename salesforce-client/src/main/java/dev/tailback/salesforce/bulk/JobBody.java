package dev.tailback.salesforce.bulk;

import dev.tailback.salesforce.text.Json;

/** What the calls about a job carry. Bulk guide, pages create-a-job and close-or-abort-a-job. */
public final class JobBody {

    private JobBody() {}

    /** For a new job. @param keyField an external id of the object */
    public static String upsert(String object, String keyField) {
        return Json.MAPPER
                .createObjectNode()
                .put("object", object)
                .put("operation", "upsert")
                .put("externalIdFieldName", keyField)
                .put("contentType", "CSV")
                .put("columnDelimiter", "COMMA")
                .put("lineEnding", "LF")
                .toString();
    }

    public static String become(JobState state) {
        return Json.MAPPER.createObjectNode().put("state", state.word()).toString();
    }
}
