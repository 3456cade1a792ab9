package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Cursor;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.salesforce.SalesforceConnector;
import dev.tailback.crm.salesforce.SalesforceObjects;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.writes.WriteCreations;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sales gets all customers of a shop at once: one Bulk job creates them in an org that executes its metadata. */
class ManyCreationsTest {

    private static final int CUSTOMERS = 2_100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final MappedObject IN_SHOP =
            new MappedObject("company", "Company", Map.of("name", "Name", "domain", "Website"));
    private static final MappedObject IN_SALES = new MappedObject(
                    "company", "Account", Map.of("name", "Name", "domain", "Website"))
            .creating(new Creates("Hub_Key__c", Set.of("name", "domain")));

    private final LocalOrg org = LocalOrg.start(LocalOrgOptions.of(Path.of("src", "test", "resources", "own-org")));
    private final SimulatedCrm shop = new SimulatedCrm(Habits.GOOD);
    private final List<Integer> calls = new ArrayList<>();
    private final Connector salesforce = new SalesforceConnector(
            new SalesforceSession(
                    SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0")
                            .withTimeouts(PATIENCE, PATIENCE, PATIENCE),
                    Clock.systemUTC()),
            SalesforceObjects.of(List.of("Account")));
    private Interrupted.Writing writing = (object, writes, crm) -> crm.write(object, writes);
    private SimulatedHub hub;

    @BeforeEach
    void start() {
        hub = SimulatedHub.start(List.of(
                new Connection("shop", shop, List.of(IN_SHOP)),
                new Connection("sales", Interrupted.at(salesforce, this::written), List.of(IN_SALES))));
        for (int one = 0; one < CUSTOMERS; one++) {
            shop.edit("C" + one, customer(one));
        }
        while (hub.read(connection("shop"), IN_SHOP)) {}
        hub.meetAll();
        hub.consider();
        hub.read(connection("sales"), IN_SALES);
    }

    @AfterEach
    void close() {
        hub.close();
        org.close();
    }

    @Test
    void two_thousand_one_hundred_customers_are_created_by_one_job_and_then_it_is_quiet() {
        long sent = salesforce.sent().orElseThrow();
        assertEquals(CUSTOMERS, many());
        assertTrue(salesforce.sent().orElseThrow() - sent < 30, "each look at the job is a call");

        hub.settle();

        assertEachIsThereOnce();
        assertEquals(List.of(CUSTOMERS), calls);
    }

    @Test
    void a_job_whose_answer_is_lost_is_found_by_the_keys_and_nothing_is_created_twice() {
        writing = (object, writes, crm) -> {
            crm.write(object, writes);
            return new Answer.Given<>(Collections.nCopies(writes.size(), new Written.Unknown("The connection broke.")));
        };
        assertEquals(CUSTOMERS, many());

        hub.settle();

        assertEachIsThereOnce();
        assertEquals(List.of(CUSTOMERS), calls);
        assertEquals(
                0,
                hub.number("select count(*) from fact join source_record on source_record.id = source_id"
                        + " where crm = 'sales'"),
                "nobody said anything there");
    }

    @Test
    void what_is_read_while_the_job_runs_is_not_read_again() {
        writing = (object, writes, crm) -> {
            Answer<List<Written>> answer = crm.write(object, writes);
            while (hub.read(connection("sales"), IN_SALES)) {}
            hub.meetAll();
            return answer;
        };
        assertEquals(CUSTOMERS, many());

        assertEquals(0, hub.number("select count(*) from source_record where reread"));
        assertEquals(CUSTOMERS, hub.number("select count(*) from creation_outcome where kind = 'ACCEPTED'"));
        hub.settle();
        assertEachIsThereOnce();
        assertEquals(List.of(CUSTOMERS), calls);
    }

    private int many() {
        return hub.bean(WriteCreations.class).many(connection("sales"), IN_SALES);
    }

    private Answer<List<Written>> written(String object, List<Write> writes, Connector crm) {
        calls.add(writes.size());
        return writing.write(object, writes, crm);
    }

    private void assertEachIsThereOnce() {
        List<SourceRecord> accounts = accounts();
        Set<String> names = new HashSet<>();
        accounts.forEach(account -> names.add(account.values().getOrDefault("Name", "")));
        assertEquals(CUSTOMERS, accounts.size());
        assertEquals(CUSTOMERS, names.size());
        assertEquals(CUSTOMERS, hub.number("select count(*) from creation where state = 'CREATED'"));
        assertEquals(CUSTOMERS, hub.number("select count(*) from golden where merged_into is null"));
        assertEquals(
                CUSTOMERS,
                hub.number("select count(*) from source_record as made join source_record as own"
                        + " on own.golden_id = made.golden_id where made.crm = 'sales' and own.crm = 'shop'"));
    }

    private List<SourceRecord> accounts() {
        List<SourceRecord> accounts = new ArrayList<>();
        Optional<Cursor> since = Optional.empty();
        boolean isLast = false;
        while (!isLast) {
            ChangePage page = salesforce
                    .changes(new ChangesAsked("Account", since, List.of("Name"), 2_000))
                    .fold(given -> given, refused -> failed(refused.reason()), away -> failed(away.reason()));
            page.changes().forEach(change -> account(change).ifPresent(accounts::add));
            since = Optional.of(page.next());
            isLast = page.isLast();
        }
        return accounts;
    }

    private static Optional<SourceRecord> account(Change change) {
        return change.fold(
                changed -> Optional.of(changed.record()), deleted -> Optional.empty(), merged -> Optional.empty());
    }

    private static ChangePage failed(String why) {
        throw new AssertionError(why);
    }

    private Connection connection(String crm) {
        return hub.connections()
                .filter(one -> one.crm().equals(crm))
                .findFirst()
                .orElseThrow();
    }

    /** Each with words that no other one has: nobody is asked whether two are one. */
    private static Map<String, String> customer(int one) {
        String word = word(one * 7_919L + 104_729) + word(one * 104_729L + 13);
        return Map.of("Name", word + " GmbH", "Website", word + ".de");
    }

    private static String word(long number) {
        StringBuilder word = new StringBuilder();
        for (long left = Math.floorMod(number * 2_654_435_761L, 1L << 30); left > 0; left /= 105) {
            word.append("bcdfghjklmnpqrstvwxyz".charAt((int) (left % 21)))
                    .append("aeiou".charAt((int) (left / 21 % 5)));
        }
        return word.toString();
    }
}
