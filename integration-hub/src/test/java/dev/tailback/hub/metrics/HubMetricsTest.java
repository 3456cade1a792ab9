package dev.tailback.hub.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two customers who are in both CRMs with different cities; one of the CRMs may refuse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubMetricsTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "domain", "Website", "city", "City");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private boolean isRefused;
    private SimulatedHub hub;
    private MeterRegistry figures;

    @BeforeAll
    void start() {
        List<MappedObject> companies = List.of(new MappedObject("company", "Company", FIELDS));
        hub = SimulatedHub.start(List.of(
                new Connection("sales", sales, companies),
                new Connection("marketing", Interrupted.at(marketing, this::write), companies)));
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @BeforeEach
    void twoCustomers() {
        hub.forget();
        sales.clear();
        marketing.clear();
        figures = new SimpleMeterRegistry();
        for (String name : List.of("Brandt", "Meyer")) {
            sales.edit(name, Map.of("Name", name, "Website", website(name), "City", "Bremen"));
            marketing.edit(name, Map.of("Name", name, "Website", website(name), "City", "Emden"));
        }
    }

    private static String website(String name) {
        return name.toLowerCase(Locale.ROOT) + ".de";
    }

    @Test
    void what_was_written_came_back_and_was_decided_is_counted() {
        isRefused = false;
        hub.settle();
        recent();

        assertEquals(2, sum("tailback.hub.recent.writes", "outcome", "accepted"));
        assertEquals(2, sum("tailback.hub.recent.echoes"));
        assertEquals(2, sum("tailback.hub.recent.conflicts"));
        assertTrue(sum("tailback.hub.held.within.seconds", "quantile", "0.99") > 0);
    }

    @Test
    void what_is_refused_is_told_by_crm_and_code_and_nothing_else_waits() {
        isRefused = true;
        marketing.edit("Meyer", Map.of("City", ""));
        sales.edit("Meyer", Map.of("City", "Bremen"));
        hub.settle();
        waiting();

        assertTrue(sum("tailback.hub.refused.records", "code", "FIELD_TOO_LONG") >= 1);
        assertEquals(0, sum("tailback.hub.waiting"));
        assertEquals(0, sum("tailback.hub.writes.waiting"));
        assertEquals(2, rows("tailback.hub.read.age.seconds"), "one for each CRM");
    }

    @Test
    void what_waits_is_told_by_its_step_and_of_a_source_that_is_down_nothing_is() {
        hub.connections().forEach(crm -> crm.objects().forEach(mapped -> hub.read(crm, mapped)));
        Source metrics = waiting();
        assertEquals(4, sum("tailback.hub.waiting", "step", "observed"));

        metrics.isUnknown();
        assertEquals(0, rows("tailback.hub.waiting"));
    }

    private void recent() {
        new FigureSources().recent(hub.bean(RecentRows.class), figures).read();
    }

    private Source waiting() {
        Source metrics = new FigureSources().waiting(hub.bean(FigureRows.class), figures);
        metrics.read();
        return metrics;
    }

    private double sum(String name, String... tag) {
        return figures.find(name).tags(tag).gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private int rows(String name) {
        return figures.find(name).gauges().size();
    }

    private Answer<List<Written>> write(String object, List<Write> writes, Connector crm) {
        return isRefused
                ? new Answer.Given<>(writes.stream()
                        .<Written>map(write ->
                                new Written.Refused("FIELD_TOO_LONG", "It is too long.", Optional.of("City"), false))
                        .toList())
                : crm.write(object, writes);
    }
}
