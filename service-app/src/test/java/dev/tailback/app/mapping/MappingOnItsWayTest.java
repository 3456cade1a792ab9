package dev.tailback.app.mapping;

import static dev.tailback.app.testing.Staff.ad;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.queue.Batch;
import dev.tailback.queue.Published;
import dev.tailback.queue.Take;
import dev.tailback.web.problems.Problem;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mapping on its way from PostgreSQL to every service app and to the workers. */
class MappingOnItsWayTest {

    private static final String RENAMED =
            MappingYaml.shippedText().replace("name: Tailback's own objects", "name: Ours");
    private static final Published SHIPPED = Published.of(0, MappingYaml.shippedText());

    private Line line = Line.withoutSalesforce();

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void another_service_app_learns_it_within_seconds() {
        try (ApplicationContext other = line.another()) {
            assertEquals(
                    "Tailback's own objects",
                    other.getBean(ActiveMapping.class).get().name());
            write(RENAMED);
            await().until(() -> other.getBean(ActiveMapping.class).get().name().equals("Ours"));
        }
    }

    @Test
    void an_app_that_lost_its_table_goes_on_with_what_it_had() {
        write(RENAMED);
        assertEquals("Ours", active().get().name());
        sql("alter table mapping_version rename to gone");

        assertThrows(RuntimeException.class, () -> active().read());
        assertEquals("Ours", active().get().name());
    }

    @Test
    void a_version_of_a_newer_release_is_not_used_and_the_shipped_one_is_not_used_in_its_place() {
        write(RENAMED);
        assertEquals("Ours", active().get().name());
        sql("insert into mapping_version values (2, now(), 'admin', 'Newer', 'mapping: 2', null)");

        assertTrue(assertThrows(IllegalStateException.class, () -> active().read())
                .getMessage()
                .contains("Version 2 of the mapping cannot be read by this release"));
        assertEquals("Ours", active().get().name());
        try (ApplicationContext fresh = line.another()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> fresh.getBean(ActiveMapping.class).get());
        }
    }

    @Test
    void the_relay_tells_it_before_it_offers_and_again_to_a_wiped_redis() {
        line.close();
        line = Line.running(Line.NO_SALESFORCE);
        await().until(() -> told().equals(Optional.of(SHIPPED)));
        write(RENAMED);
        await().until(() -> told().equals(Optional.of(Published.of(1, RENAMED))));

        line.wipeRedis();

        await().ignoreExceptions().until(() -> !line.queue().operations().needsRebuild());
        assertEquals(Optional.of(Published.of(1, RENAMED)), told());
    }

    @Test
    void what_postgresql_does_not_have_goes_and_what_another_app_has_just_made_stays() {
        publish();
        line.queue().operations().publish(Published.of(99, "name: invented"));
        publish();
        assertEquals(Optional.of(SHIPPED), told());

        try (ApplicationContext other = line.another()) {
            other.getBean(ActiveMapping.class).now();
            write(RENAMED);
            publish();
            other.getBean(PublishMapping.class).publish();
            assertEquals(Optional.of(Published.of(1, RENAMED)), told());
        }
    }

    @Test
    void usage_that_was_reported_is_not_left_behind_unless_somebody_says_so() {
        String moved = RENAMED.replace("object: Product_Usage__c", "object: Use__c");
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 3));
        line.reportAll();

        Problem refusal = assertThrows(Problem.class, () -> write(moved));

        assertEquals("usage_stays_behind", refusal.code());
        assertEquals("1", refusal.members().get("entries"));
        assertEquals(0, active().read().version());
        write(moved, true);
        assertEquals("Use__c", active().read().mapping().object(dev.tailback.mapping.Part.USAGE));
    }

    @Test
    void before_anything_is_reported_usage_may_go_anywhere() {
        write(RENAMED.replace("object: Product_Usage__c", "object: Use__c"));

        assertEquals(1, active().read().version());
    }

    @Test
    void a_worker_of_an_older_mapping_takes_nothing_of_what_the_relay_offers() {
        line.close();
        line = Line.running(Line.NO_SALESFORCE);
        write(RENAMED);
        await().until(() -> told().equals(Optional.of(Published.of(1, RENAMED))));
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 3));
        await().until(() -> line.queue().operations().status().waitingEntries() == 1);

        assertEquals(new Take.OtherStamp(), take("b1", SHIPPED));
        assertTrue(take("b1", Published.of(1, RENAMED)) instanceof Batch);
        assertFalse(line.queue().operations().needsRebuild());
    }

    private Take take(String batch, Published mapping) {
        return line.queue().take(batch, 10, Duration.ofMinutes(1), mapping.stamp());
    }

    private Optional<Published> told() {
        return line.queue().operations().published();
    }

    private ActiveMapping active() {
        return line.bean(ActiveMapping.class);
    }

    private void publish() {
        line.bean(PublishMapping.class).publish();
    }

    private void write(String yaml) {
        write(yaml, false);
    }

    /** As an admin does, without the org's word. */
    private void write(String yaml, boolean leavesReported) {
        line.bean(WriteMapping.class)
                .write(new MappingOrder(
                        "admin",
                        "Test",
                        MappingText.of(yaml),
                        new MappingMatch("*"),
                        leavesReported,
                        Optional.empty()));
        active().read();
    }

    private void sql(String statement) {
        try (Connection connection = line.connect();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
