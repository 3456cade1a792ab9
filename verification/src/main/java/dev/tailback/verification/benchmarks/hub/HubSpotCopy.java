package dev.tailback.verification.benchmarks.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabPlans;
import dev.tailback.verification.customers.PreparedCustomers;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import dev.tailback.verification.hubstory.MarketingPerson;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A local HubSpot with the customers. */
final class HubSpotCopy implements CrmCopy {
    /** What a Professional account allows in ten seconds, and what the looks of the measurement take besides. */
    private static final int TEN_SECONDLY = 190 + 110;

    private final Http http = new Http();
    private final Program program;
    private final URI address;
    private final KeptChanges kept;
    private final CountedDesk desk;
    private final long before;

    private HubSpotCopy(Program program, URI address, KeptChanges kept) {
        this.program = program;
        this.address = address;
        this.kept = kept;
        this.desk = new CountedDesk(new MarketingPerson(address));
        this.before = kept.count();
    }

    static HubSpotCopy start(Lab lab, String name, PreparedCustomers prepared) {
        Path kept = lab.directory(name).resolve("hubspot.data");
        ProgramPlan plan = lab.plans()
                .blueprint()
                .localHubSpot(
                        Ports.freePort(),
                        "--data",
                        kept.toString(),
                        "--fixtures",
                        prepared.fixtures().toString());
        HubSpotCopy copy =
                new HubSpotCopy(lab.start(plan), LabPlans.addressOf(plan), KeptChanges.in(kept, "\"record\""));
        copy.control("PUT", "allowances", Http.JSON.createObjectNode().put("tenSecondly", TEN_SECONDLY));
        return copy;
    }

    URI address() {
        return address;
    }

    /** No call is answered from now on; people at its pages go on. */
    void down() {
        ArrayNode faults = Http.JSON.createArrayNode();
        faults.addObject().put("kind", "down");
        control("PUT", "faults", faults);
    }

    void up() {
        control("DELETE", "faults", Http.NOTHING);
    }

    @Override
    public CountedDesk desk() {
        return desk;
    }

    @Override
    public long written() {
        return kept.count() - before - desk.edits();
    }

    @Override
    public long calls() {
        return control("GET", "allowances", Http.NOTHING).path("usedToday").asLong() - desk.looks();
    }

    private JsonNode control(String method, String what, JsonNode body) {
        return http.send(method, address.resolve("/local-crms/" + what), Map.of(), body)
                .filter(answer -> answer.status() < 300)
                .map(Answer::body)
                .orElseThrow(() -> new IllegalStateException("HubSpot did not answer " + method + " " + what));
    }

    @Override
    public void close() {
        program.kill();
    }
}
