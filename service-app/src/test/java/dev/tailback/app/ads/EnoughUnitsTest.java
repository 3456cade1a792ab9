package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.ads.AdRequest.BookedProduct;
import dev.tailback.app.ads.ContractLook.Seen;
import dev.tailback.app.ads.EnoughUnits.Need;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.IdSource;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.WaitingUnits;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.web.problems.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Salesforce shows the same number of available units all the time here, as it does while nothing is reported. */
class EnoughUnitsTest {

    private static Line line;
    private final String contract = Ids.contract();
    private final String small = Ids.product();

    @BeforeAll
    static void start() {
        line = Line.withoutSalesforce();
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void people_racing_for_the_last_units_never_get_more_than_there_are() throws Exception {
        ContractLook look = look(3);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int person = 0; person < 16; person++) {
            requests.add(() -> books(look, 1));
        }
        int got = 0;
        for (Future<Boolean> request : threads.invokeAll(requests)) {
            got += request.get() ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(3, got);
        assertEquals(Map.of(small, 3L), line.bean(WaitingUnits.class).of(List.of(contract)));
    }

    @Test
    void the_refusal_tells_the_numbers() {
        ContractLook look = look(3);
        assertTrue(books(look, 1));
        TooFewUnits tooFew = assertThrows(TooFewUnits.class, () -> book(look, 3));
        Problem problem = tooFew.problem();
        assertEquals("not_enough_units", problem.code());
        assertEquals(409, problem.status().getCode());
        assertEquals("Small", problem.members().get("product"));
        assertEquals(3L, problem.members().get("requested"));
        assertEquals(new BigDecimal("3"), problem.members().get("available"));
        assertEquals(1L, problem.members().get("waiting"));
        assertEquals(new BigDecimal("2"), problem.members().get("remaining"));
        assertTrue(tooFew.doubtful(), "Salesforce may count the waiting one already");
        assertFalse(assertThrows(TooFewUnits.class, () -> book(look, 4)).doubtful(), "more than there ever are");
    }

    @Test
    void units_reported_while_we_looked_count_until_a_second_look_tells() {
        ContractLook before = look(1);
        assertTrue(books(before, 1));
        line.reportAll();
        TooFewUnits tooFew = assertThrows(TooFewUnits.class, () -> book(before, 1));
        assertTrue(tooFew.doubtful());
        AtomicInteger looks = new AtomicInteger();
        boolean got = line.bean(ContractCheck.class)
                .book(
                        contract,
                        () -> looks.incrementAndGet() == 1 ? before : look(1),
                        look -> line.bean(Ledger.class).write(() -> {
                            enough(look, new Need(1, 1));
                            return true;
                        }));
        assertTrue(got);
        assertEquals(2, looks.get());
    }

    @Test
    void after_three_doubtful_looks_it_is_a_refusal() {
        ContractLook before = look(1);
        assertTrue(books(before, 1));
        line.reportAll();
        Problem problem = assertThrows(
                Problem.class,
                () -> line.bean(ContractCheck.class).book(contract, () -> before, look -> {
                    enough(look, new Need(1, 1));
                    return true;
                }));
        assertEquals("not_enough_units", problem.code());
    }

    @Test
    void a_refused_booking_leaves_nothing_behind() {
        long before = line.number("select count(*) from ad");
        assertFalse(books(look(1), 2));
        assertEquals(before, line.number("select count(*) from ad"));
    }

    @Test
    void units_on_their_way_back_are_not_given_to_others_yet() {
        Answer created = line.staff().create(ad("Spring", contract, small, 2));
        line.reportAll();
        line.staff().correct(created, ad("Spring", contract, small, 1));
        assertEquals(Map.of(), line.bean(WaitingUnits.class).of(List.of(contract)));
        assertFalse(books(look(0), 1));
        line.reportAll();
        assertTrue(books(look(1), 1));
    }

    @Test
    void refused_entries_keep_their_units() {
        assertTrue(books(look(1), 1));
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        assertEquals(Map.of(small, 1L), line.bean(WaitingUnits.class).of(List.of(contract)));
    }

    @Test
    void what_an_ad_has_already_is_not_needed_again() {
        Answer created = line.staff().create(ad("Spring", contract, small, 2));
        line.reportAll();
        var entries = line.bean(EntryRows.class).ofAd(UUID.fromString(created.id()));
        AdRequest three =
                new AdRequest("Spring", contract, List.of(new BookedProduct(small, 3)), null, null, null, null);
        assertEquals(
                Map.of(small, new Need(3, 1)), Correction.of(entries, three).needs());
        AdRequest one = new AdRequest("Spring", contract, List.of(new BookedProduct(small, 1)), null, null, null, null);
        assertEquals(Map.of(small, new Need(1, 0)), Correction.of(entries, one).needs());
        enough(look(0), new Need(1, 0));
        assertThrows(TooFewUnits.class, () -> enough(look(0), new Need(3, 1)));
    }

    private void enough(ContractLook look, Need need) {
        line.bean(Ledger.class).write(() -> {
            line.bean(EnoughUnits.class).require(contract, look, Map.of(small, need));
            return true;
        });
    }

    private boolean books(ContractLook look, int units) {
        try {
            book(look, units);
            return true;
        } catch (TooFewUnits tooFew) {
            return false;
        }
    }

    private AdView book(ContractLook look, int units) {
        AdRequest request =
                new AdRequest("Spring", contract, List.of(new BookedProduct(small, units)), null, null, null, null);
        return line.bean(Ledger.class)
                .write(() ->
                        line.bean(NewAd.class).write(line.bean(IdSource.class).next(), request, look, "service"));
    }

    private ContractLook look(int available) {
        Instant began = line.bean(Clock.class).instant();
        BigDecimal sold = new BigDecimal("5");
        ContractProduct product = new ContractProduct(
                small,
                "Small",
                sold,
                BigDecimal.TEN,
                Optional.empty(),
                sold.subtract(new BigDecimal(available)),
                new BigDecimal(available));
        return new Seen(new Contract(contract, "00000100", "Magic Ads Inc", false, List.of(product)), began);
    }
}
