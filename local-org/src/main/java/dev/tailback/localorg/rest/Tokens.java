package dev.tailback.localorg.rest;

import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.session.Assertions;
import dev.tailback.localorg.session.GrantRefused;
import dev.tailback.localorg.session.Grants;
import dev.tailback.localorg.session.Session;
import dev.tailback.localorg.session.Sessions;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.users.Accounts;
import dev.tailback.localorg.users.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /services/oauth2/*}: logging in and out. Errors here are objects, unlike everywhere else. Only the web-server
 * flow hands out refresh tokens, as in Salesforce.
 */
final class Tokens {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Grants grants;
    private final Assertions assertions;
    private final TokenReply reply;

    Tokens(Accounts accounts, Sessions sessions, Grants grants, Assertions assertions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.grants = grants;
        this.assertions = assertions;
        this.reply = new TokenReply(accounts.clientSecret());
    }

    Reply token(Org org, Request request) {
        if (!request.method().equals("POST")) {
            return TokenReply.refused(400, "invalid_request", "must use HTTP POST");
        }
        try {
            return granted(org, request, request.formBody());
        } catch (GrantRefused e) {
            boolean wrongSecret = e.error().equals("invalid_client");
            int status = wrongSecret ? org.switches().number(Switch.WRONG_SECRET_STATUS) : 400;
            return TokenReply.refused(status, e.error(), e.getMessage());
        }
    }

    private Reply granted(Org org, Request request, Map<String, String> form) {
        String grant = form.getOrDefault("grant_type", "");
        if (grant.equals("urn:ietf:params:oauth:grant-type:jwt-bearer")) {
            String username = assertions.username(form.getOrDefault("assertion", ""), Identity.instance(request));
            Person person = person(username)
                    .orElseThrow(() -> new GrantRefused("invalid_grant", "user hasn't approved this consumer"));
            return begun(org, request, person, Optional.empty());
        }
        ClientOf client = ClientOf.request(request, form);
        boolean secretOptional = grant.equals("refresh_token")
                || grant.equals("authorization_code") && form.containsKey("code_verifier");
        client.require(accounts, secretOptional);
        return switch (grant) {
            case "client_credentials" -> begun(org, request, Person.INTEGRATION, Optional.empty());
            case "password" -> begun(org, request, byPassword(form), Optional.empty());
            case "refresh_token" ->
                begun(org, request, grants.refreshed(form.getOrDefault("refresh_token", "")), Optional.empty());
            case "authorization_code" -> {
                Person person = grants.redeem(
                        form.getOrDefault("code", ""),
                        form.getOrDefault("redirect_uri", ""),
                        form.getOrDefault("code_verifier", ""));
                yield begun(org, request, person, Optional.of(grants.refreshToken(person)));
            }
            default -> throw new GrantRefused("unsupported_grant_type", "grant type not supported");
        };
    }

    private Reply begun(Org org, Request request, Person person, Optional<String> refreshToken) {
        Session session = sessions.begin(person, org.users().organizationId());
        return reply.granted(org, request, session, refreshToken);
    }

    private Person byPassword(Map<String, String> form) {
        return person(form.getOrDefault("username", ""))
                .filter(person -> accounts.password().equals(form.get("password")))
                .orElseThrow(() -> new GrantRefused("invalid_grant", "authentication failure"));
    }

    private Optional<Person> person(String username) {
        return Arrays.stream(Person.values())
                .filter(candidate -> accounts.username(candidate.word()).equalsIgnoreCase(username))
                .findFirst();
    }

    /**
     * The web-server flow's first step. It shows no login page: {@code login_hint} names the user, and without it the
     * user is sales. What is wrong is told to the redirect address once that is known.
     */
    Reply authorize(Request request) {
        String redirect = request.param("redirect_uri").orElse("");
        if (!accounts.clientId().equals(request.param("client_id").orElse(""))) {
            return TokenReply.refused(400, "invalid_client_id", "client identifier invalid");
        }
        if (redirect.isEmpty()) {
            return TokenReply.refused(400, "redirect_uri_missing", "missing required parameter: redirect_uri");
        }
        Optional<Person> person = request.param("login_hint").isEmpty()
                ? Optional.of(Person.SALES)
                : person(request.param("login_hint").get());
        String answer;
        if (!request.param("response_type").orElse("").equals("code")) {
            answer = "error=unsupported_response_type&error_description=response+type+not+supported";
        } else if (person.isEmpty()) {
            answer = "error=access_denied&error_description=end-user+denied+authorization";
        } else {
            String challenge = request.param("code_challenge").orElse("");
            answer = "code=" + encoded(grants.code(person.get(), redirect, challenge));
        }
        String state =
                request.param("state").map(text -> "&state=" + encoded(text)).orElse("");
        return Reply.nothing(302).with("Location", redirect + (redirect.contains("?") ? "&" : "?") + answer + state);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Reply revoke(Request request) {
        String token =
                request.formBody().getOrDefault("token", request.param("token").orElse(""));
        boolean ended = sessions.end(token) | grants.revoke(token);
        return ended ? Reply.nothing(200) : TokenReply.refused(400, "invalid_token", "token provided was not valid");
    }

    Reply introspect(Org org, Request request) {
        Map<String, String> form = request.formBody();
        try {
            ClientOf.request(request, form).require(accounts, false);
        } catch (GrantRefused e) {
            return TokenReply.refused(401, e.error(), e.getMessage());
        }
        return TokenReply.state(org, accounts.clientId(), sessions.of(form.getOrDefault("token", "")));
    }
}
