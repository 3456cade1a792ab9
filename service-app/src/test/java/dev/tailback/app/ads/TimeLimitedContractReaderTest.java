package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.Contract;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TimeLimitedContractReaderTest {

    @Test
    void a_salesforce_that_hangs_is_not_waited_for_and_is_asked_again_after_a_pause() {
        try (Org org = Org.start();
                // Shorter than the 5 s after which the client itself gives up.
                Line line = Line.to(org.address(), Map.of("ads.look-patience", "2s", "ads.look-pause", "5m"))) {
            TimeLimitedContractReader look = line.bean(TimeLimitedContractReader.class);
            String contract = line.staff()
                    .get("/api/contracts?customer=Magic")
                    .body()
                    .path("contracts")
                    .path(0)
                    .path("id")
                    .asText();
            org.fault("[{\"kind\":\"slow\",\"latencyMs\":30000}]");
            assertEquals(
                    new Reading.Unavailable<Contract>("TOO_SLOW", "Salesforce did not answer in time."),
                    look.find(contract));
            org.heal();
            assertInstanceOf(Reading.Unavailable.class, look.find(contract));
            assertEquals(
                    201,
                    line.staff()
                            .create(ad("Spring", contract, Ids.product(), 1))
                            .status());
            // A busy machine may need more than one look.
            Awaitility.await().until(() -> {
                line.pass(Duration.ofMinutes(6));
                return look.find(contract) instanceof Reading.Found;
            });
        }
    }
}
