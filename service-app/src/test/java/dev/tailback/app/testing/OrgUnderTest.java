package dev.tailback.app.testing;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A Salesforce org of the test's own, with the shipped schema and seed, and switches for what can go wrong with it. */
public final class OrgUnderTest implements AutoCloseable {

    /** Of the seed: Magic Ads Inc bought 5 gigantic and 3 small. */
    public static final String MAGIC_NUMBER = "00000100";

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalOrg org;

    private OrgUnderTest(LocalOrg org) {
        this.org = org;
    }

    public static OrgUnderTest start() {
        Path schema = Path.of("..", "salesforce-schema");
        return new OrgUnderTest(
                LocalOrg.start(LocalOrgOptions.of(schema.resolve("force-app")).withSeed(schema.resolve("data"))));
    }

    public String address() {
        return org.uri().toString();
    }

    /** Nobody can reach it until {@link #mend}. */
    public void goDown() {
        faults("[{\"kind\":\"down\",\"seconds\":600}]");
    }

    public void mend() {
        send(HttpRequest.newBuilder(org.uri().resolve("/local-org/faults")).DELETE());
    }

    private void faults(String json) {
        send(HttpRequest.newBuilder(org.uri().resolve("/local-org/faults"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    /** Finance declares a contract done. */
    public void fulfil(String contractId) {
        send(HttpRequest.newBuilder(data("sobjects/Contract/" + contractId))
                .header("Authorization", "Bearer " + token("finance"))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"Fulfillment_Status__c\":\"Fulfilled\"}")));
    }

    /** Sales gives every customer this name. */
    public void nameCustomers(String name) {
        String query = "query?q=" + URLEncoder.encode("select Id from Account", StandardCharsets.UTF_8);
        String found = send(HttpRequest.newBuilder(data(query)).header("Authorization", "Bearer " + token("admin")))
                .body();
        Pattern.compile("\"Id\":\"(\\w+)\"").matcher(found).results().forEach(id -> {
            String body = "{\"Name\":\"" + name.replace("\"", "\\\"") + "\"}";
            send(HttpRequest.newBuilder(data("sobjects/Account/" + id.group(1)))
                    .header("Authorization", "Bearer " + token("admin"))
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString(body)));
        });
    }

    private URI data(String path) {
        return org.uri().resolve("/services/data/v62.0/" + path);
    }

    private String token(String person) {
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&password=local-org&username="
                + person + "%40tailback.local";
        String answer = send(HttpRequest.newBuilder(org.uri().resolve("/services/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .body();
        return answer.replaceFirst("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("The org answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        org.close();
    }
}
