package dev.tailback.localorg.rest;

import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.session.Session;
import dev.tailback.localorg.session.Sessions;
import dev.tailback.localorg.users.Accounts;
import dev.tailback.localorg.users.Person;
import dev.tailback.localorg.users.User;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code /services/oauth2/*}: logging in, out, and who one is. Errors here are objects, unlike everywhere else. */
final class Tokens {

    private final Accounts accounts;
    private final Sessions sessions;

    Tokens(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    Reply token(Org org, Request request) {
        if (!request.method().equals("POST")) {
            return refused("invalid_request", "must use HTTP POST");
        }
        Map<String, String> form = request.formBody();
        String[] client = client(request, form);
        if (!accounts.clientId().equals(client[0])) {
            return refused("invalid_client_id", "client identifier invalid");
        }
        if (!accounts.clientSecret().equals(client[1])) {
            return refused("invalid_client", "invalid client credentials");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> granted(org, request, Person.INTEGRATION);
            case "password" -> byPassword(org, request, form);
            default -> refused("unsupported_grant_type", "grant type not supported");
        };
    }

    /** Id and secret from the body, or from the Basic header. */
    private static String[] client(Request request, Map<String, String> form) {
        Optional<String> basic = request.header("Authorization").filter(value -> value.startsWith("Basic "));
        if (basic.isEmpty()) {
            return new String[] {form.get("client_id"), form.get("client_secret")};
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(basic.get().substring(6).strip()), StandardCharsets.UTF_8);
            String[] parts = pair.split(":", 2);
            return parts.length == 2 ? parts : new String[] {pair, ""};
        } catch (IllegalArgumentException e) {
            return new String[] {"", ""};
        }
    }

    private Reply byPassword(Org org, Request request, Map<String, String> form) {
        Optional<Person> person = Arrays.stream(Person.values())
                .filter(candidate -> accounts.username(candidate.word()).equalsIgnoreCase(form.get("username")))
                .findFirst();
        return person.isPresent() && accounts.password().equals(form.get("password"))
                ? granted(org, request, person.get())
                : refused("invalid_grant", "authentication failure");
    }

    private Reply granted(Org org, Request request, Person person) {
        Session session = sessions.begin(person, org.users().organizationId());
        String instance = instance(request);
        String id = identityUrl(org, request, org.users().of(person));
        String issued = String.valueOf(org.now().toEpochMilli());
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeStringField("access_token", session.token());
            json.writeStringField("signature", signature(id + issued));
            json.writeStringField("scope", "id api");
            json.writeStringField("instance_url", instance);
            json.writeStringField("id", id);
            json.writeStringField("token_type", "Bearer");
            json.writeStringField("issued_at", issued);
            json.writeEndObject();
        });
    }

    private static String instance(Request request) {
        return "http://" + request.header("Host").orElse("localhost");
    }

    private static String identityUrl(Org org, Request request, User user) {
        return instance(request) + "/id/" + org.users().organizationId() + "/" + user.id();
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(accounts.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    static Reply refused(String error, String description) {
        return Reply.json(400, json -> {
            json.writeStartObject();
            json.writeStringField("error", error);
            json.writeStringField("error_description", description);
            json.writeEndObject();
        });
    }

    Reply revoke(Request request) {
        String token =
                request.formBody().getOrDefault("token", request.param("token").orElse(""));
        return sessions.end(token) ? Reply.nothing(200) : refused("invalid_token", "token provided was not valid");
    }

    Reply identity(Org org, User user, Request request) {
        String instance = instance(request);
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeStringField("id", identityUrl(org, request, user));
            json.writeBooleanField("asserted_user", true);
            json.writeStringField("user_id", user.id());
            json.writeStringField("sub", identityUrl(org, request, user));
            json.writeStringField("organization_id", org.users().organizationId());
            json.writeStringField("username", user.username());
            json.writeStringField("preferred_username", user.username());
            json.writeStringField("display_name", user.name());
            json.writeStringField("name", user.name());
            json.writeStringField("email", user.username());
            json.writeBooleanField("active", true);
            json.writeStringField("user_type", "STANDARD");
            json.writeObjectFieldStart("urls");
            json.writeStringField("rest", instance + "/services/data/v{version}/");
            json.writeStringField("sobjects", instance + "/services/data/v{version}/sobjects/");
            json.writeStringField("query", instance + "/services/data/v{version}/query/");
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
