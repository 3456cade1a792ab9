package dev.tailback.hub.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the service app, which owns the accounts, whose credentials came with a call. */
@Singleton
class AskServiceApp {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 64 * 1024;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI address;

    AskServiceApp(@Property(name = "tailback.service.app-url") String serviceApp) {
        this.address = URI.create(serviceApp.replaceFirst("/+$", "") + "/api/caller");
    }

    /** Empty when the service app does not know them, or lets them do nothing. */
    Optional<Caller> about(Credentials credentials) throws NoAccounts {
        HttpRequest question = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header(credentials.header(), credentials.value())
                .GET()
                .build();
        try {
            return read(http.send(question, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException away) {
            throw new NoAccounts("it does not answer");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoAccounts("the question was interrupted");
        }
    }

    private Optional<Caller> read(HttpResponse<InputStream> answer) throws IOException, NoAccounts {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (answer.statusCode() == UNAUTHORIZED || answer.statusCode() == FORBIDDEN) {
                return Optional.empty();
            }
            if (answer.statusCode() != OK || bytes.length > LARGEST) {
                throw new NoAccounts("it answers with status " + answer.statusCode());
            }
            return Optional.of(caller(json.readTree(bytes)));
        }
    }

    private static Caller caller(JsonNode body) throws NoAccounts {
        String name = body.path("name").asText("");
        if (name.isEmpty() || !body.path("roles").isArray()) {
            throw new NoAccounts("its answer names no account");
        }
        List<String> roles = new ArrayList<>();
        body.path("roles").forEach(role -> roles.add(role.asText("")));
        return new Caller(name, roles);
    }
}
