package dev.tailback.app.relay;

import static dev.tailback.app.testing.Staff.ad;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The loops as they run in production; a worker for whom all goes well is ticked by the test. */
class RunningLineTest {

    private static Line line;

    @BeforeAll
    static void start() {
        line = Line.running(Line.NO_SALESFORCE);
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void an_ad_is_reported_without_anybody_doing_anything() {
        Answer created = line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
        reported(created);
    }

    @Test
    void the_loops_survive_the_death_of_redis() {
        line.redis().kill();
        Answer created = line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
        assertEquals(201, created.status());
        line.redis().start();
        reported(created);
        line.redis().wipe();
        reported(line.staff().create(ad("Summer", Ids.contract(), Ids.product(), 1)));
    }

    private static void reported(Answer created) {
        await().ignoreExceptions().until(() -> {
            line.worker().acceptAll();
            return line.staff().read(created).state(0).equals("Reported");
        });
    }
}
