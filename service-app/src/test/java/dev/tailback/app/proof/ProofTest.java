package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.app.testing.SchemaCopy;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every promise holds on our own schema, and each is shown not to hold on one that lacks what keeps it. */
class ProofTest {

    private static final String RULES = "objects/Product_Usage__c/validationRules/";
    private static final String PERMISSIONS = "permissionsets/Tailback_Integration.permissionset-meta.xml";

    @TempDir
    private Path directory;

    @Test
    void every_promise_holds_on_our_own_schema_and_only_cancelled_rows_remain() throws Exception {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Tried tried = prove(org);

            assertEquals(Map.of(), tried.not(Seen.Verdict.HELD));
            assertEquals(Promise.values().length, tried.seen().size());
            assertTrue(tried.remains().contains(", 0 of them not cancelled"), tried::remains);
            assertEquals("call", tried.switches().get("unreadable-record"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Version_Never_Falls, FENCED",
        "Units_Are_Sensible, NEGATIVE_UNITS",
        "Identity_Never_Changes, PRODUCT_STAYS AD_STAYS ID_STAYS",
        "Locked_When_Fulfilled, LOCKED_INSERT LOCKED_CHANGE",
    })
    void a_schema_without_a_rule_breaks_what_the_rule_keeps(String rule, String broken) throws Exception {
        SchemaCopy schema = new SchemaCopy(directory).without(RULES + rule + ".validationRule-meta.xml");
        try (LocalOrg org = schema.start()) {
            Tried tried = prove(org);

            assertEquals(Set.of(broken.split(" ")), tried.named(Seen.Verdict.NOT_HELD), tried::toString);
            assertTrue(tried.remains().contains(", 0 of them not cancelled"), tried::remains);
        }
    }

    @Test
    void a_rule_that_refuses_every_save_of_a_fulfilled_contract_breaks_the_repeat() throws Exception {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        RULES + "Locked_When_Fulfilled.validationRule-meta.xml",
                        "(?s)OR\\(\\s*ISNEW\\(\\).*?\\)\\s*\\)\\s*\\)<",
                        "TRUE)<");
        try (LocalOrg org = schema.start()) {
            assertEquals(Set.of("LOCKED_REPEAT"), prove(org).named(Seen.Verdict.NOT_HELD));
        }
    }

    @Test
    void a_rule_that_refuses_the_same_version_breaks_the_repetition() throws Exception {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        RULES + "Version_Never_Falls.validationRule-meta.xml",
                        "Version__c &lt; PRIORVALUE",
                        "Version__c &lt;= PRIORVALUE");
        try (LocalOrg org = schema.start()) {
            assertEquals(Set.of("LOCKED_REPEAT", "REPEATED"), prove(org).named(Seen.Verdict.NOT_HELD));
        }
    }

    @Test
    void a_roll_up_that_counts_cancelled_usage_breaks_the_clean_up() throws Exception {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        "objects/Contract_Product__c/fields/Consumed__c.field-meta.xml",
                        "(?s)<summaryFilterItems>.*</summaryFilterItems>",
                        "");
        try (LocalOrg org = schema.start()) {
            assertEquals(Set.of("CANCELLED"), prove(org).named(Seen.Verdict.NOT_HELD));
        }
    }

    @Test
    void a_roll_up_that_counts_something_else_breaks_the_count() throws Exception {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        "objects/Contract_Product__c/fields/Consumed__c.field-meta.xml",
                        "(?s)<summarizedField>.*</summaryForeignKey>\\s*<summaryOperation>sum",
                        "<summaryForeignKey>Product_Usage__c.Contract_Product__c</summaryForeignKey>"
                                + "<summaryOperation>count");
        try (LocalOrg org = schema.start()) {
            assertTrue(prove(org).named(Seen.Verdict.NOT_HELD).containsAll(Set.of("COUNTED", "CANCELLED")));
        }
    }

    @Test
    void a_user_who_may_delete_and_one_who_may_write_contracts_are_found() throws Exception {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        PERMISSIONS,
                        "<allowDelete>false</allowDelete>(\\s*<allowEdit>true</allowEdit>)",
                        "<allowDelete>true</allowDelete>$1")
                .change(
                        PERMISSIONS,
                        "<allowEdit>false</allowEdit>(\\s*<allowRead>true</allowRead>\\s*<modifyAllRecords>false"
                                + "</modifyAllRecords>\\s*<object>Contract</object>)",
                        "<allowEdit>true</allowEdit>$1")
                .change(
                        PERMISSIONS,
                        "<editable>false</editable>(\\s*<field>Contract.Fulfillment_Status__c</field>)",
                        "<editable>true</editable>$1");
        try (LocalOrg org = schema.start()) {
            assertEquals(
                    Set.of("CONTRACT_READ_ONLY", "NEVER_DELETED"), prove(org).named(Seen.Verdict.NOT_HELD));
        }
    }

    @Test
    void a_user_who_may_not_create_usage_breaks_the_acceptance() throws Exception {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(PERMISSIONS, "<allowCreate>true</allowCreate>", "<allowCreate>false</allowCreate>");
        try (LocalOrg org = schema.start()) {
            Set<String> broken =
                    prove(org, Optional.empty(), Duration.ofMinutes(2)).named(Seen.Verdict.NOT_HELD);
            assertTrue(broken.containsAll(Set.of("ACCEPTED", "COUNTED", "ROW_BY_ROW", "TOGETHER")), broken::toString);
        }
    }

    @Test
    void what_the_org_answers_tells_how_a_local_org_must_be_switched() throws Exception {
        try (LocalOrg org = new SchemaCopy(directory).start(Map.of("unreadable-record", "record"))) {
            assertEquals("record", prove(org).switches().get("unreadable-record"));
        }
    }

    @Test
    void without_a_fulfilled_contract_the_lock_is_not_tried_and_says_so() throws Exception {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Tried tried = prove(org, Optional.empty(), Duration.ofMinutes(2));

            assertEquals(
                    Set.of("LOCKED_INSERT", "LOCKED_REPEAT", "LOCKED_CHANGE"), tried.named(Seen.Verdict.NOT_TRIED));
            assertEquals(Set.of(), tried.named(Seen.Verdict.NOT_HELD));
        }
    }

    @Test
    void after_its_time_nothing_new_is_tried_and_everything_is_taken_back() throws Exception {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Tried tried = prove(org, Optional.empty(), Duration.ofMinutes(-1));

            assertEquals(Set.of("CANCELLED"), tried.named(Seen.Verdict.HELD));
        }
    }

    /** What a proof saw. */
    private record Tried(List<Seen> seen, Map<String, String> switches, String remains) {

        Set<String> named(Seen.Verdict verdict) {
            return seen.stream()
                    .filter(one -> one.verdict() == verdict)
                    .map(one -> one.promise().name())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The evidence of all others. */
        Map<String, String> not(Seen.Verdict verdict) {
            return seen.stream()
                    .filter(one -> one.verdict() != verdict)
                    .collect(Collectors.toMap(one -> one.promise().name(), Seen::evidence));
        }
    }

    private static Tried prove(LocalOrg org) throws IOException, InterruptedException {
        return prove(org, Optional.of(fulfilled(org)), Duration.ofMinutes(2));
    }

    private static Tried prove(LocalOrg org, Optional<String> fulfilledId, Duration time) {
        Bench bench = Bench.on(session(org), Mapping.tailback());
        Experiment experiment =
                Experiment.on("PROOF-TEST", bench, open(org).get(0)).orElseThrow();
        Clock clock = Clock.systemUTC();
        Notebook notes = new Notebook(clock, clock.instant().plus(time));
        String remains = new Course(experiment, notes, ForkJoinPool.commonPool(), fulfilledId).run();
        return new Tried(notes.seen(), notes.switches(), remains);
    }

    /** Those with two products or more. */
    private static List<Contract> open(LocalOrg org) {
        ContractSearch all = new ContractSearch(Optional.empty(), Optional.empty(), 0, 50);
        return new ContractReader(session(org), Mapping::tailback)
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
    private static String fulfilled(LocalOrg org) throws IOException, InterruptedException {
        Contract contract = open(org).get(1);
        new UsageWriter(session(org), Mapping::tailback)
                .upsert(List.of(new UsageSnapshot(
                        UUID.randomUUID(), contract.products().get(0).id(), 1, 1, false, "AD-1")));
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&password=local-org"
                + "&username=finance%40tailback.local";
        JsonNode token = new ObjectMapper()
                .readTree(sent(HttpRequest.newBuilder(org.uri().resolve("/services/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))));
        URI record = org.uri().resolve("/services/data/v62.0/sobjects/Contract/" + contract.id());
        sent(HttpRequest.newBuilder(record)
                .header("Authorization", "Bearer " + token.path("access_token").asText())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"Fulfillment_Status__c\":\"Fulfilled\"}")));
        return contract.id();
    }

    private static String sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, answer::body);
        return answer.body();
    }

    private static SalesforceSession session(LocalOrg org) {
        return new SalesforceSession(
                SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0"), Clock.systemUTC());
    }
}
