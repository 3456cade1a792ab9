package dev.tailback.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.startup.StartHub;
import dev.tailback.program.Endpoint;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service app owns the accounts; the hub goes on without it, and lets nobody in whom it does not know. */
class WithoutServiceAppTest {

    /** Longer than what the service app said counts. */
    private static final Duration STALE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void who_was_known_goes_on_and_nobody_else_comes_in(@TempDir Path folder) throws Exception {
        AccountsOfTest accounts = new AccountsOfTest();
        try (EmbeddedServer hub = started(folder, accounts)) {
            assertEquals(200, call(hub, "vera").statusCode());

            accounts.close();

            HttpResponse<String> stranger = call(hub, "ada");
            assertEquals(503, stranger.statusCode());
            assertTrue(stranger.body().contains("\"code\":\"accounts_unavailable\""), stranger.body());
            await().atMost(Duration.ofMinutes(1))
                    .during(STALE)
                    .until(() -> call(hub, "vera").statusCode() == 200);
        }
    }

    private HttpResponse<String> call(EmbeddedServer hub, String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.getURI() + "/api/hub/state"))
                .header("Authorization", AccountsOfTest.basic(name))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static EmbeddedServer started(Path folder, AccountsOfTest accounts) throws IOException {
        Path crms = Files.writeString(folder.resolve("crms.yaml"), """
                form: 1
                crms:
                  away: {kind: hubspot, url: "http://127.0.0.1:9", token: "${KEY}",
                    objects: {companies: {entity: company, fields: {name: name}}}}
                """);
        TestDatabase database = TestServices.emptyDatabase();
        return StartHub.start(
                Map.of(
                        "DATASOURCES_DEFAULT_URL", database.jdbcUrl(),
                        "DATASOURCES_DEFAULT_USERNAME", database.username(),
                        "DATASOURCES_DEFAULT_PASSWORD", database.password(),
                        "TAILBACK_HUB_CRMS", crms.toString(),
                        "TAILBACK_SERVICE_APP_URL", accounts.url(),
                        "KEY", "a-key-that-opens-nothing"),
                new Endpoint("127.0.0.1", 0));
    }
}
