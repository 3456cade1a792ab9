package dev.tailback.app.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.mapping.Mapping;
import dev.tailback.queue.Settlement;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.usage.UsageRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A local org with the seed data, somebody of finance in it, and the sending half of a sync-worker. */
public final class Org implements AutoCloseable {

    /** The permission set of the integration user. */
    public static final String INTEGRATION = "permissionsets/Tailback_Integration.permissionset-meta.xml";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalOrg org;
    private final UsageWriter writer;
    private volatile Supplier<Mapping> mapping = Mapping::tailback;

    private Org(LocalOrg org) {
        this.org = org;
        this.writer = new UsageWriter(
                new SalesforceSession(
                        SalesforceConfiguration.of(address(), "tailback", "local-org", "62.0"), Clock.systemUTC()),
                () -> mapping.get());
    }

    /** From now on, what is sent goes by this mapping, as a worker's does that has learned it. */
    public void sendBy(Supplier<Mapping> learned) {
        mapping = learned;
    }

    public static Org start() {
        Path schema = Path.of("..", "salesforce-schema");
        return new Org(
                LocalOrg.start(LocalOrgOptions.of(schema.resolve("force-app")).withSeed(schema.resolve("data"))));
    }

    public String address() {
        return org.uri().toString();
    }

    /** Finance declares the contract done. */
    public void fulfil(String contractId) {
        change("finance", "Contract", contractId, "{\"Fulfillment_Status__c\":\"Fulfilled\"}");
    }

    /** The same with the time of it, as Salesforce's button sets it. */
    public void fulfilAt(String contractId, Instant at) {
        change(
                "finance",
                "Contract",
                contractId,
                "{\"Fulfillment_Status__c\":\"Fulfilled\",\"Fulfilled_On__c\":\"" + at.truncatedTo(ChronoUnit.SECONDS)
                        + "\"}");
    }

    /** Sales gives the customer of a contract another name. */
    public void nameCustomer(String contractId, String name) {
        String account = call(
                        "GET",
                        "/services/data/v62.0/sobjects/Contract/" + contractId,
                        "application/json",
                        "",
                        token("admin"))
                .path("AccountId")
                .asText();
        change("admin", "Account", account, "{\"Name\":" + json.getNodeFactory().textNode(name) + "}");
    }

    /** Somebody with the permission Reopen Contract lets it be changed again. */
    public void reopen(String contractId) {
        change("admin", "Contract", contractId, "{\"Fulfillment_Status__c\":\"Open\"}");
    }

    private void change(String person, String object, String id, String body) {
        call("PATCH", "/services/data/v62.0/sobjects/" + object + "/" + id, "application/json", body, token(person));
    }

    /** An admin deletes usage behind our back. */
    public void delete(UUID entryId) {
        call("DELETE", usagePath(entryId), "application/json", "", token("admin"));
    }

    /** An admin puts other usage in the place of an entry's, or makes some of their own. */
    public void put(UUID entryId, String contractProductId, long version, int units, String adReference) {
        call(
                "PATCH",
                usagePath(entryId),
                "application/json",
                "{\"Contract_Product__c\":\"" + contractProductId + "\",\"Version__c\":" + version + ",\"Units__c\":"
                        + units + ",\"Ad_Reference__c\":\"" + adReference + "\"}",
                token("admin"));
    }

    /** What Salesforce holds of an entry. */
    public JsonNode usage(UUID entryId) {
        return call("GET", usagePath(entryId), "application/json", "", token("admin"));
    }

    private static String usagePath(UUID entryId) {
        return "/services/data/v62.0/sobjects/Product_Usage__c/External_Id__c/" + entryId;
    }

    private String token(String person) {
        return call(
                        "POST",
                        "/services/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=password&client_id=tailback&client_secret=local-org&password=local-org&username="
                                + person + "%40tailback.local",
                        "")
                .path("access_token")
                .asText();
    }

    public void fault(String faults) {
        call("PUT", "/local-org/faults", "application/json", faults, "");
    }

    public void heal() {
        call("DELETE", "/local-org/faults", "application/json", "", "");
    }

    /** The data calls it was asked so far. */
    public long calls() {
        return call("GET", "/local-org/calls", "application/json", "", "")
                .path("total")
                .asLong();
    }

    /** A file of the schema as it is now. @param path below the source directory */
    public String schemaFile(String path) {
        return text("GET", "/local-org/schema/" + path, "text/plain", "", "");
    }

    /** Changes one file of the schema while the org runs: every place that the pattern finds, and there must be one. */
    public void changeSchema(String path, String pattern, String replacement) {
        String before = schemaFile(path);
        String after = before.replaceAll(pattern, replacement);
        if (after.equals(before)) {
            throw new IllegalArgumentException(path + " has nothing like " + pattern);
        }
        putSchemaFile(path, after);
    }

    public void putSchemaFile(String path, String text) {
        text("PUT", "/local-org/schema/" + path, "application/xml", text, "");
    }

    public void removeSchemaFile(String path) {
        text("DELETE", "/local-org/schema/" + path, "text/plain", "", "");
    }

    /** @param field as {@code Object.Field__c} */
    public void renameField(String field, String to) {
        text(
                "POST",
                "/local-org/schema/rename",
                "application/json",
                "{\"field\":\"" + field + "\",\"to\":\"" + to + "\"}",
                "");
    }

    /** The integration user may no longer see or edit a field. */
    public void withhold(String field) {
        changeSchema(
                INTEGRATION,
                "(?s)<fieldPermissions>\\s*<editable>\\w+</editable>\\s*<field>" + field
                        + "</field>.*?</fieldPermissions>",
                "");
    }

    /** Nobody can reach it until {@link #heal}. */
    public void goDown() {
        fault("[{\"kind\":\"down\"}]");
    }

    /** It can be reached for this, and for nothing else. */
    public <T> T upFor(Supplier<T> work) {
        heal();
        try {
            return work.get();
        } finally {
            goDown();
        }
    }

    /** A record as the sync-worker sends it. */
    public static UsageSnapshot snapshot(UsageRecord record) {
        return new UsageSnapshot(
                record.entryId(),
                record.contractProductId(),
                record.version(),
                record.units(),
                record.cancelled(),
                record.adReference(),
                record.ad().map(ad -> new AdShown(ad.title(), ad.serviceDate(), ad.customerReference(), ad.link())));
    }

    /** Sends one record as the sync-worker would, and says what became of it. */
    public Settlement send(UsageRecord record) {
        Delivery delivery = writer.upsert(List.of(snapshot(record)));
        if (!(delivery instanceof Delivery.Answered answered)) {
            return new Settlement.RetryLater(
                    record.entryId(),
                    record.version(),
                    record.attempts(),
                    Duration.ZERO,
                    "OUTAGE",
                    delivery.toString());
        }
        return answered.rows().get(0) instanceof RowAnswer.Accepted accepted
                ? record.accepted(accepted.salesforceId())
                : refused(record, (RowAnswer.Refused) answered.rows().get(0));
    }

    private static Settlement refused(UsageRecord record, RowAnswer.Refused refused) {
        var error = refused.errors().get(0);
        String code = error.ruleCode().orElse(error.code());
        return code.equals("USAGE_STALE")
                ? new Settlement.Stale(record.entryId(), record.version(), error.message())
                : new Settlement.Parked(record.entryId(), record.version(), 1, code, error.message());
    }

    /** Somebody writes usage past us. */
    public void write(UUID entryId, String contractProductId, long version, int units, String adReference) {
        writer.upsert(List.of(new UsageSnapshot(entryId, contractProductId, version, units, false, adReference)));
    }

    private JsonNode call(String method, String path, String type, String body, String token) {
        String answer = text(method, path, type, body, token);
        try {
            return answer.isBlank() ? json.createObjectNode() : json.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String method, String path, String type, String body, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
