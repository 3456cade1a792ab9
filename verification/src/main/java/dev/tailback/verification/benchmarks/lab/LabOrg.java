package dev.tailback.verification.benchmarks.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.fleet.Org;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The local org as the measurements use it: it answers as late as it is told, and counts its calls. */
public final class LabOrg {
    private final Http http = new Http();
    private final URI address;
    private final Org admin;

    public LabOrg(URI address) {
        this.address = address;
        this.admin = new Org(address, "admin@tailback.local");
    }

    public URI address() {
        return address;
    }

    /** From now on every answer waits this long; 0 ends it. */
    public void answerAfter(int millis) {
        control("PUT", "/local-org/faults", slow(millis));
    }

    /** The same, and calls beyond so many at one time are refused. */
    public void answerAfter(int millis, int atOnce) {
        ArrayNode faults = slow(millis);
        faults.addObject().put("kind", "concurrency-limit").put("atOnce", atOnce);
        control("PUT", "/local-org/faults", faults);
    }

    private static ArrayNode slow(int millis) {
        ArrayNode faults = Http.JSON.createArrayNode();
        if (millis > 0) {
            faults.addObject().put("kind", "slow").put("latencyMs", millis);
        }
        return faults;
    }

    public CallCounts calls() {
        return CallCounts.read(control("GET", "/local-org/calls", Http.NOTHING));
    }

    /** The writer the worker uses, with a session of its own. */
    public UsageWriter writer() {
        SalesforceConfiguration configuration =
                SalesforceConfiguration.of(address.toString(), "tailback", "local-org", "");
        return new UsageWriter(new SalesforceSession(configuration, Clock.systemUTC()), Mapping::tailback);
    }

    /** As an admin of the org. */
    public Map<String, String> signedIn() {
        return admin.signedIn();
    }

    List<String> create(ArrayNode rows) {
        return admin.create(rows);
    }

    private JsonNode control(String method, String path, JsonNode body) {
        Optional<Answer> answer = http.send(method, address.resolve(path), Map.of(), body);
        return answer.filter(whole -> whole.status() < 300)
                .map(Answer::body)
                .orElseThrow(() -> new IllegalStateException("The local org did not answer " + method + " " + path));
    }
}
