package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final LocalOrg org =
            LocalOrg.start(Orchard.options().withClock(clock()).withTokenLife(Duration.ofMinutes(10)));
    private final Client nobody = Client.nobody(org);

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private Answer token(String form) {
        return nobody.form("/services/oauth2/token", form);
    }

    @Test
    void client_credentials_run_as_integration() {
        JsonNode body = token("grant_type=client_credentials&client_id=tailback&client_secret=local-org")
                .body();
        assertEquals("Bearer", body.path("token_type").asText());
        assertEquals(org.uri().toString(), body.path("instance_url").asText());
        assertTrue(body.path("access_token").asText().matches("00D\\w{12}!.{60,}"));
        assertFalse(body.has("expires_in"));
        assertTrue(body.path("issued_at").isTextual());
    }

    @Test
    void refusals_are_objects_with_400() {
        refused("grant_type=client_credentials&client_id=x&client_secret=local-org", "invalid_client_id");
        refused("grant_type=client_credentials&client_id=tailback&client_secret=x", "invalid_client");
        refused(
                "grant_type=password&client_id=tailback&client_secret=local-org&username=sales@tailback.local&password=x",
                "invalid_grant");
        refused(
                "grant_type=password&client_id=tailback&client_secret=local-org&username=nobody@tailback.local&password=local-org",
                "invalid_grant");
        refused("grant_type=magic&client_id=tailback&client_secret=local-org", "unsupported_grant_type");
        refused("", "invalid_client_id");
    }

    private void refused(String form, String error) {
        Answer answer = token(form);
        assertEquals(400, answer.status());
        assertEquals(error, answer.body().path("error").asText());
        assertFalse(answer.body().path("error_description").asText().isEmpty());
    }

    @Test
    void an_unused_token_dies_and_use_prolongs_it() {
        Client sales = Client.as("sales", org);
        now.set(now.get().plus(Duration.ofMinutes(9)));
        assertEquals(200, sales.get(API + "/limits").status());
        now.set(now.get().plus(Duration.ofMinutes(9)));
        assertEquals(200, sales.get(API + "/limits").status());
        now.set(now.get().plus(Duration.ofMinutes(11)));
        Answer expired = sales.get(API + "/limits");
        assertEquals(401, expired.status());
        assertEquals("Session expired or invalid", expired.message());
    }

    @Test
    void a_revoked_token_is_dead() {
        Client sales = Client.as("sales", org);
        assertEquals(
                200,
                nobody.form("/services/oauth2/revoke", "token=" + sales.token()).status());
        assertEquals(401, sales.get(API + "/limits").status());
        assertEquals(
                400,
                nobody.form("/services/oauth2/revoke", "token=" + sales.token()).status());
    }

    @Test
    void nothing_is_open_without_a_token() {
        assertEquals(401, nobody.get(API + "/limits").status());
        assertEquals("INVALID_AUTH_HEADER", nobody.get(API + "/limits").code());
        assertEquals(403, nobody.get("/services/oauth2/userinfo").status());
        assertEquals(
                "sales@tailback.local",
                Client.as("sales", org)
                        .get("/services/oauth2/userinfo")
                        .body()
                        .path("username")
                        .asText());
    }
}
