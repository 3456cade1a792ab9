package dev.tailback.verification.benchmarks.drain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.shipped.UsageFields;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.peers.Workshop;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The worker that many would write first: each thread upserts one record by external id with one PATCH. */
record OneRecordACall() implements OtherWorker {

    @Override
    public String option() {
        return "one-record";
    }

    @Override
    public String name() {
        return "one record a call";
    }

    @Override
    public int recordsACall() {
        return 1;
    }

    @Override
    public List<String> command(Workshop workshop) {
        return OtherWorker.java(OtherWorker.ownJar(workshop), OneRecordACall.class.getName());
    }

    /** @param arguments the Redis, the org, and the calls in flight */
    public static void main(String[] arguments) {
        UsageWriter writer = new LabOrg(URI.create(arguments[1])).writer();
        ListWorkers.run(
                arguments[0],
                Integer.parseInt(arguments[2]),
                1,
                records -> writer.upsert(
                                records.stream().map(OneRecordACall::snapshot).toList())
                        .isAnswered());
    }

    private static UsageSnapshot snapshot(String text) {
        try {
            JsonNode record = Http.JSON.readTree(text);
            return new UsageSnapshot(
                    UUID.fromString(record.path(UsageFields.EXTERNAL_ID).asText()),
                    record.path(UsageFields.CONTRACT_PRODUCT).asText(),
                    record.path(UsageFields.VERSION).asLong(),
                    record.path(UsageFields.UNITS).asInt(),
                    record.path(UsageFields.CANCELLED).asBoolean(),
                    record.path(UsageFields.AD_REFERENCE).asText());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot read " + text, impossible);
        }
    }
}
