package dev.tailback.verification.fleet;

import dev.tailback.localservices.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How the hub and its HubSpot are started.
 *
 * @param others how everything else is
 * @param crms the file that names the CRMs
 * @param secrets what that file names of the environment
 * @param fixtures what HubSpot holds at first
 */
public record HubPlans(Plans others, HubPorts ports, Path crms, Map<String, String> secrets, Path fixtures) {
    private static final String DATABASE = "hub";

    ProgramPlan hubSpot() {
        return blueprint()
                .localHubSpot(
                        ports.hubSpot(),
                        "--data",
                        others.data().crms().resolve("hubspot.data").toString(),
                        "--fixtures",
                        fixtures.toString());
    }

    ProgramPlan hub(EmbeddedPostgres postgres) {
        Map<String, String> environment = new HashMap<>(secrets);
        environment.putAll(Blueprint.ledger(postgres.jdbcUrl(DATABASE), postgres.username(), postgres.password()));
        environment.put("TAILBACK_HUB_CRMS", crms.toString());
        environment.put(
                "TAILBACK_SERVICE_APP_URL", "http://127.0.0.1:" + ports.others().serviceApp());
        return blueprint().hub("hub", ports.hub(), environment);
    }

    void createDatabase(EmbeddedPostgres postgres) {
        postgres.createDatabase(DATABASE);
    }

    private Blueprint blueprint() {
        return new Blueprint(others.home(), others.data());
    }
}
