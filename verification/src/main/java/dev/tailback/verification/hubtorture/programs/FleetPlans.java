package dev.tailback.verification.hubtorture.programs;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Flow;
import dev.tailback.verification.fleet.OrgSource;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.ProgramPlan;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How each program of a run is started. */
final class FleetPlans {
    static final String DATABASE = "hub";

    private static final String LOOPBACK = "http://127.0.0.1:";

    private final DataDirectory data;
    private final Blueprint blueprint;

    FleetPlans(Path home, DataDirectory data) {
        this.data = data;
        this.blueprint = new Blueprint(home, data);
    }

    static URI addressOf(ProgramPlan plan) {
        return URI.create(LOOPBACK + plan.ready().getPort());
    }

    Path hubJar() {
        return blueprint.jar("integration-hub");
    }

    ProgramPlan localOrg(OrgSource org) {
        return blueprint.localOrg(
                Ports.freePort(),
                "--source",
                org.source().toString(),
                "--seed",
                org.seed().toString(),
                "--data",
                data.localOrg().toString());
    }

    ProgramPlan hubSpot(Path fixtures) {
        return blueprint.localHubSpot(
                Ports.freePort(),
                "--data",
                data.crms().resolve("hubspot.data").toString(),
                "--fixtures",
                fixtures.toString());
    }

    /** It has the accounts that the hubs take, and does nothing else here. */
    ProgramPlan serviceApp(URI org, EmbeddedPostgres postgres, EmbeddedRedis redis) {
        Map<String, String> environment = Blueprint.environment(org, redis.uri());
        environment.putAll(Blueprint.ledger(postgres.jdbcUrl(), postgres.username(), postgres.password()));
        return blueprint.serviceApp("service-app", Ports.freePort(), environment);
    }

    CrmAddresses crms(URI sales, URI marketing, Flow shop) {
        return new CrmAddresses(sales, marketing, "jdbc:postgresql://127.0.0.1:" + shop.port() + "/shop");
    }

    ProgramPlan hub(String name, EmbeddedPostgres postgres, Path crms, URI accounts) {
        Map<String, String> environment = new HashMap<>(CrmAddresses.secrets());
        environment.putAll(Blueprint.ledger(postgres.jdbcUrl(DATABASE), postgres.username(), postgres.password()));
        environment.put("TAILBACK_HUB_CRMS", crms.toString());
        environment.put("TAILBACK_SERVICE_APP_URL", accounts.toString());
        return blueprint.hub(name, Ports.freePort(), environment);
    }
}
