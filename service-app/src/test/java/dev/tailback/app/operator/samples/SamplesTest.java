package dev.tailback.app.operator.samples;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private Line line;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void one_of_several_service_apps_keeps_the_figures_of_each_minute() {
        create();
        line.relay();
        try (ApplicationContext other = line.another()) {
            line.bean(TakeSample.class).round();
            other.getBean(TakeSample.class).round();
            line.bean(TakeSample.class).round();
        }
        assertEquals(1, line.number("select count(*) from sync_sample"));
        line.reportAll();
        line.pass(Duration.ofMinutes(1));
        line.bean(TakeSample.class).round();
        JsonNode samples = line.as("finance").get("/api/sync/samples?since=1h").body();
        assertEquals(2, samples.size(), samples::toString);
        assertEquals(1, samples.path(0).path("waiting").asInt(), samples::toString);
        assertEquals(0, samples.path(1).path("waiting").asInt(), samples::toString);
        assertEquals(1, samples.path(1).path("accepted").asInt(), samples::toString);
    }

    @Test
    void what_is_too_old_goes_and_a_long_time_has_few_samples() {
        line.bean(TakeSample.class).round();
        line.pass(Duration.ofDays(6));
        line.bean(TakeSample.class).round();
        JsonNode week = line.as("operator").get("/api/sync/samples?since=7d").body();
        assertEquals(2, week.size(), week::toString);
        line.pass(Duration.ofDays(2));
        line.bean(TakeSample.class).round();
        assertEquals(2, line.number("select count(*) from sync_sample"));
        line.number("""
                with more as (insert into sync_sample
                    select at, 0, 0, 0, 0, 0, null, null, null, null
                    from generate_series(now(), now() + interval '1 day', interval '1 minute') at
                    on conflict do nothing returning 1)
                select count(*) from more
                """);
        int many = line.as("operator").get("/api/sync/samples?since=10d").body().size();
        assertTrue(many > 20 && many <= 361, () -> many + " samples");
    }

    @Test
    void a_time_that_cannot_be_read_is_refused() {
        assertEquals(
                400, line.as("operator").get("/api/sync/samples?since=soon").status());
        assertEquals(403, line.staff().get("/api/sync/samples").status());
    }

    private void create() {
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
    }
}
