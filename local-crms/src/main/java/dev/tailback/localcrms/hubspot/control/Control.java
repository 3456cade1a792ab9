package dev.tailback.localcrms.hubspot.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.api.ApiParts;

/** Takes a call below {@code /local-crms} to what it orders; what cannot be gets 400 and one sentence. */
public final class Control {
    private static final String CALLS = "The control calls are GET, PUT and DELETE /local-crms/faults and"
            + " /local-crms/switches, GET and PUT /local-crms/allowances, /local-crms/scopes and /local-crms/search,"
            + " DELETE /local-crms/tokens, POST /local-crms/schema/{object}/..., and POST, PUT and DELETE"
            + " /local-crms/records/{object}/....";

    private final SettingsControl settings;
    private final SchemaControl schema;
    private final RecordControl records;

    private Control(SettingsControl settings, SchemaControl schema, RecordControl records) {
        this.settings = settings;
        this.schema = schema;
        this.records = records;
    }

    public static Control of(ApiParts parts) {
        return new Control(
                new SettingsControl(parts),
                new SchemaControl(parts.account()),
                new RecordControl(parts.account(), parts.switches()));
    }

    public Reply reply(Call call) {
        try {
            return switch (call.segment(1)) {
                case "schema" -> schema.reply(call);
                case "records" -> records.reply(call);
                default -> settings.reply(call).orElseGet(() -> Reply.refused(404, CALLS));
            };
        } catch (IllegalArgumentException refused) {
            return Reply.refused(400, String.valueOf(refused.getMessage()));
        }
    }

    static JsonNode body(Call call) {
        return OrderBody.read(call.body());
    }
}
