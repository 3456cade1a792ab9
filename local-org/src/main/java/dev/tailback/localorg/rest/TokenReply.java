package dev.tailback.localorg.rest;

import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.session.Session;
import dev.tailback.localorg.users.User;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the token endpoint answers. It never says when a token ends. */
final class TokenReply {

    private final String clientSecret;

    TokenReply(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    /**
     * @param refreshToken empty when the flow has none
     */
    Reply granted(Org org, Request request, Session session, Optional<String> refreshToken) {
        String id = Identity.url(org, request, org.users().of(session.person()));
        String issued = String.valueOf(org.now().toEpochMilli());
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeStringField("access_token", session.token());
            if (refreshToken.isPresent()) {
                json.writeStringField("refresh_token", refreshToken.get());
            }
            json.writeStringField("signature", signature(id + issued));
            json.writeStringField("scope", refreshToken.isPresent() ? "refresh_token id api" : "id api");
            json.writeStringField("instance_url", Identity.instance(request));
            json.writeStringField("id", id);
            json.writeStringField("token_type", "Bearer");
            json.writeStringField("issued_at", issued);
            json.writeEndObject();
        });
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    /** Of a token someone asks about: RFC 7662. */
    static Reply state(Org org, String clientId, Optional<Session> session) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeBooleanField("active", session.isPresent());
            if (session.isPresent()) {
                User user = org.users().of(session.get().person());
                json.writeStringField("scope", "id api");
                json.writeStringField("client_id", clientId);
                json.writeStringField("username", user.username());
                json.writeStringField("sub", user.id());
                json.writeStringField("token_type", "access_token");
            }
            json.writeEndObject();
        });
    }

    static Reply refused(int status, String error, String description) {
        return Reply.json(status, json -> {
            json.writeStartObject();
            json.writeStringField("error", error);
            json.writeStringField("error_description", description);
            json.writeEndObject();
        });
    }
}
