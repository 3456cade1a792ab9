package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.hubspot.access.Access;
import dev.tailback.localcrms.hubspot.schema.ObjectType;

/** Asks whether a caller may do what it wants to. */
final class Granted {
    private final Access access;

    Granted(Access access) {
        this.access = access;
    }

    /** The caller's token; a call without a living one is refused. */
    String token(Call call) {
        String token = call.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip())
                .orElseThrow(() -> new ApiRefusal(
                        401,
                        "INVALID_AUTHENTICATION",
                        "Authentication credentials not found. This API supports OAuth 2.0 authentication."));
        if (access.secondsLeft(token) <= 0) {
            boolean wasOurs = token.startsWith("local-");
            throw new ApiRefusal(
                    401,
                    wasOurs ? "EXPIRED_AUTHENTICATION" : "INVALID_AUTHENTICATION",
                    wasOurs
                            ? "The OAuth token used to make this call expired."
                            : "The token used to make this call is invalid.");
        }
        return token;
    }

    boolean isServiceKey(String token) {
        return access.isServiceKey(token);
    }

    void toRead(ObjectType type) {
        scope("crm.objects." + type.plural() + ".read");
    }

    void toWrite(ObjectType type) {
        scope("crm.objects." + type.plural() + ".write");
    }

    /** Properties can be read with the right to the objects as well. */
    void toReadSchema(ObjectType type) {
        if (!access.scopes().has("crm.objects." + type.plural() + ".read")) {
            scope("crm.schemas." + type.plural() + ".read");
        }
    }

    void toWriteSchema(ObjectType type) {
        scope("crm.schemas." + type.plural() + ".write");
    }

    private void scope(String scope) {
        if (!access.scopes().has(scope)) {
            throw missing(scope);
        }
    }

    private static ApiRefusal missing(String scope) {
        ApiRefusal refusal = new ApiRefusal(
                403,
                "MISSING_SCOPES",
                "This app hasn't been granted all required scopes to make this call. Read more about required scopes"
                        + " here: https://developers.hubspot.com/scopes.");
        ObjectNode error = refusal.error().putArray("errors").addObject();
        error.put("message", "One or more of the following scopes are required.");
        error.putObject("context").putArray("requiredGranularScopes").add(scope);
        refusal.error().putObject("links").put("scopes", "https://developers.hubspot.com/scopes");
        return refusal;
    }
}
