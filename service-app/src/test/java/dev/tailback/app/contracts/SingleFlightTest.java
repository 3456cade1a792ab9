package dev.tailback.app.contracts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.app.currency.PriceCurrency;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.currency.OrgCurrency;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.GenericArgument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People who ask for the same contract at the same instant, and the calls that Salesforce counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SingleFlightTest {
    private static final int PEOPLE = 5;

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final String contract = aContract("Magic");

    @AfterAll
    void close() {
        people.shutdownNow();
        line.close();
        org.close();
    }

    @Test
    void people_who_ask_for_one_contract_at_the_same_instant_share_one_call() throws Exception {
        SingleFlight<String, Reading<Contract>> flights = flights();
        CountDownLatch allHaveAsked = new CountDownLatch(1);
        Optional<OrgCurrency> currency = line.bean(PriceCurrency.class).current();
        Future<Reading<Contract>> first = people.submit(() -> flights.ask(ReadContracts.key(contract, currency), () -> {
            hold(allHaveAsked);
            return line.bean(ContractReader.class).find(contract, currency);
        }));
        await().until(() -> asking() == 1);
        long before = org.calls();
        List<Future<Integer>> others = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            others.add(people.submit(
                    () -> line.staff().get("/api/contracts/" + contract).status()));
        }
        await().until(() -> asking() == 1 + PEOPLE);

        allHaveAsked.countDown();

        assertInstanceOf(Reading.Found.class, first.get(1, TimeUnit.MINUTES));
        for (Future<Integer> other : others) {
            assertEquals(200, other.get(1, TimeUnit.MINUTES));
        }
        assertEquals(before + 1, org.calls());
    }

    @Test
    void who_asks_after_the_answer_asks_anew() {
        long before = org.calls();
        line.staff().get("/api/contracts/" + contract);
        line.staff().get("/api/contracts/" + contract);
        assertEquals(before + 2, org.calls());
    }

    @Test
    void another_contract_is_another_question() throws Exception {
        SingleFlight<String, String> flights = new SingleFlight<>();
        CountDownLatch answered = new CountDownLatch(1);
        Future<String> slow = people.submit(() -> flights.ask("one", () -> {
            hold(answered);
            return "first";
        }));
        await().until(() -> asking() == 1);
        assertEquals("second", flights.ask("two", () -> "second"));
        answered.countDown();
        assertEquals("first", slow.get(1, TimeUnit.MINUTES));
    }

    @Test
    void a_question_that_fails_leaves_nothing_behind() {
        SingleFlight<String, String> flights = new SingleFlight<>();
        assertThrows(
                IllegalArgumentException.class,
                () -> flights.ask("key", () -> {
                    throw new IllegalArgumentException("test");
                }));
        assertEquals("answer", flights.ask("key", () -> "answer"));
    }

    private SingleFlight<String, Reading<Contract>> flights() {
        return line.bean(ApplicationContext.class)
                .getBean(new GenericArgument<SingleFlight<String, Reading<Contract>>>() {});
    }

    private String aContract(String customer) {
        return line.staff()
                .get("/api/contracts?customer=" + customer)
                .body()
                .path("contracts")
                .path(0)
                .path("id")
                .asText();
    }

    /** Threads that wait for an answer or bring one. */
    private static long asking() {
        return Thread.getAllStackTraces().values().stream()
                .filter(frames -> Arrays.stream(frames)
                        .anyMatch(frame -> frame.getClassName().equals(SingleFlight.class.getName())))
                .count();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.MINUTES);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
