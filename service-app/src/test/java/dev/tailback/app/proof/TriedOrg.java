package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.session.Grant;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** A local org as proofs find it: an open contract, one that finance has fulfilled, and a user of sales. */
final class TriedOrg {

    private final LocalOrg org;
    private Mapping mapping = Mapping.tailback();
    private Optional<String> fulfilled = Optional.empty();
    private Optional<Grant> sales = Optional.empty();
    private Duration time = Duration.ofMinutes(5);

    private TriedOrg(LocalOrg org) {
        this.org = org;
    }

    /** With nothing but an open contract. */
    static TriedOrg bare(LocalOrg org) {
        return new TriedOrg(org);
    }

    /** With everything that a proof may be given. */
    static TriedOrg whole(LocalOrg org) {
        return bare(org).withFulfilled().seenBy("sales");
    }

    TriedOrg withFulfilled() {
        fulfilled = Optional.of(fulfil());
        return this;
    }

    String fulfilledId() {
        return fulfilled.orElseThrow();
    }

    TriedOrg seenBy(String person) {
        sales = Optional.of(Grant.ofAUser(person + "@tailback.local", "local-org"));
        return this;
    }

    TriedOrg seenWith(String token) {
        sales = Optional.of(Grant.ofAToken(org.uri(), token));
        return this;
    }

    TriedOrg by(Mapping other) {
        mapping = other;
        return this;
    }

    TriedOrg within(Duration limit) {
        time = limit;
        return this;
    }

    Tried prove() {
        Experiment experiment = experiment();
        Notebook notes = notes();
        String remains = new Course(experiment, notes, ForkJoinPool.commonPool(), fulfilled, sales()).run();
        return new Tried(notes.seen(), notes.told(), remains);
    }

    /** Signs in as the user of sales, if there is one. */
    Optional<Supplier<SalesforceSession>> sales() {
        return sales.map(grant -> () -> new SalesforceSession(session().configuration(), Clock.systemUTC(), grant));
    }

    Experiment experiment() {
        return Experiment.on("PROOF-TEST", Bench.on(session(), mapping), open().get(0))
                .orElseThrow();
    }

    Notebook notes() {
        Clock clock = Clock.systemUTC();
        return new Notebook(clock, clock.instant().plus(time));
    }

    /** Those with two products or more. */
    private List<Contract> open() {
        ContractSearch all = new ContractSearch(Optional.empty(), Optional.empty(), 0, 50);
        return new ContractReader(session(), Mapping::tailback)
                .search(all)
                .fold(
                        found -> found.value().contracts().stream()
                                .filter(contract -> !contract.fulfilled()
                                        && contract.products().size() > 1)
                                .toList(),
                        List::<Contract>of,
                        refused -> List.<Contract>of(),
                        unavailable -> List.<Contract>of());
    }

    /** A contract with usage that finance has declared done. */
    private String fulfil() {
        Contract contract = open().get(1);
        new UsageWriter(session(), Mapping::tailback)
                .upsert(List.of(new UsageSnapshot(
                        UUID.randomUUID(), contract.products().get(0).id(), 1, 1, false, "AD-1")));
        URI record = org.uri().resolve("/services/data/v62.0/sobjects/Contract/" + contract.id());
        sent(HttpRequest.newBuilder(record)
                .header("Authorization", "Bearer " + token("finance"))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"Fulfillment_Status__c\":\"Fulfilled\"}")));
        return contract.id();
    }

    String token(String person) {
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&password=local-org&username="
                + person + "%40tailback.local";
        String answer = sent(HttpRequest.newBuilder(org.uri().resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return json(answer).path("access_token").asText();
    }

    void fault(String faults) {
        sent(HttpRequest.newBuilder(org.uri().resolve("/local-org/faults")).PUT(BodyPublishers.ofString(faults)));
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sent(HttpRequest.Builder request) {
        try {
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            assertTrue(answer.statusCode() < 300, answer::body);
            return answer.body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private SalesforceSession session() {
        return new SalesforceSession(
                SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0"), Clock.systemUTC());
    }
}
