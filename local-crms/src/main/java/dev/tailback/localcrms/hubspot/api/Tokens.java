package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.access.Access;
import dev.tailback.localcrms.hubspot.account.AccountFacts;
import java.util.Map;

/** The OAuth endpoints, and what a token may do. */
final class Tokens {
    private static final String CODE = "local-code";

    private final Access access;

    Tokens(Access access) {
        this.access = access;
    }

    Reply reply(Call call, Route route) {
        return switch (call.method() + " " + route.part(0)) {
            case "POST token" -> token(call.form());
            case "GET access-tokens" -> facts(route.part(1));
            case "POST private-apps" ->
                facts(ReadBody.object(call).path("tokenKey").asText());
            default -> throw ApiRefusal.noSuchPath();
        };
    }

    private Reply token(Map<String, String> form) {
        boolean known = access.credentials().clientId().equals(form.get("client_id"))
                && access.credentials().clientSecret().equals(form.get("client_secret"));
        if (!known) {
            return refused("BAD_CLIENT_ID", "missing or unknown client id or client secret");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "refresh_token" ->
                access.credentials().refreshToken().equals(form.get("refresh_token"))
                        ? granted()
                        : refused("BAD_REFRESH_TOKEN", "missing or invalid refresh token");
            case "authorization_code" ->
                CODE.equals(form.get("code")) ? granted() : refused("BAD_AUTH_CODE", "missing or unknown auth code");
            default -> refused("BAD_GRANT_TYPE", "missing or unknown grant type");
        };
    }

    private Reply granted() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("token_type", "bearer");
        json.put("refresh_token", access.credentials().refreshToken());
        json.put("access_token", access.newToken());
        json.put("expires_in", Access.TOKEN_SECONDS);
        return Reply.json(200, json);
    }

    private static Reply refused(String status, String message) {
        return Reply.json(
                400, JsonNodeFactory.instance.objectNode().put("status", status).put("message", message));
    }

    /** Who the token is, and its scopes; a connector learns here what it lacks. */
    private Reply facts(String token) {
        if (access.secondsLeft(token) <= 0) {
            throw ApiRefusal.notFound("This token is unknown or over.");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("user_id", AccountFacts.USER_ID).put("userId", AccountFacts.USER_ID);
        json.put("hub_id", AccountFacts.PORTAL_ID).put("hubId", AccountFacts.PORTAL_ID);
        json.put("app_id", AccountFacts.APP_ID).put("appId", AccountFacts.APP_ID);
        json.put("user", AccountFacts.USER).put("hub_domain", "local-crms.example");
        json.put("token_type", "access").put("token", token);
        if (!access.isServiceKey(token)) {
            json.put("expires_in", access.secondsLeft(token));
        }
        ArrayNode scopes = json.putArray("scopes");
        access.scopes().granted().forEach(scopes::add);
        return Reply.json(200, json);
    }
}
