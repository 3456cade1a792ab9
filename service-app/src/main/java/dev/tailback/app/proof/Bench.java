package dev.tailback.app.proof;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.trial.OpenQuestions;
import dev.tailback.salesforce.trial.Trial;
import dev.tailback.salesforce.trial.TrialCalls;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The org as a proof calls it: the sync-worker's own code sends, the service app's own code reads. */
record Bench(
        SalesforceSession session, Mapping mapping, UsageWriter writer, UsageReader usage, ContractReader contracts) {

    static Bench on(SalesforceSession session, Mapping mapping) {
        return new Bench(
                session,
                mapping,
                new UsageWriter(session, () -> mapping),
                new UsageReader(session, () -> mapping),
                new ContractReader(session, () -> mapping));
    }

    /** What an org must refuse. */
    TrialCalls trials() {
        return new TrialCalls(session, mapping);
    }

    /** In which manner it refuses what every org does. */
    OpenQuestions questions() {
        return new OpenQuestions(session, mapping);
    }

    List<Trial> send(List<UsageSnapshot> snapshots) {
        return Trial.of(writer.upsert(snapshots), snapshots.size());
    }

    /** @throws NotTried when Salesforce did not decide about it */
    static Trial decided(Trial trial) {
        if (trial.fate() == Trial.Fate.UNKNOWN) {
            throw new NotTried("Salesforce decided nothing: " + trial.words() + ".");
        }
        return trial;
    }

    List<HeldUsage> held(Collection<UUID> ids) {
        return require(usage.byEntryIds(ids), "usage");
    }

    List<HeldUsage> usageOf(String contractId) {
        return require(usage.byContract(contractId), "usage");
    }

    Contract contract(String contractId) {
        return require(contracts.find(contractId), "contract " + contractId);
    }

    private static <T> T require(Reading<T> reading, String what) {
        return reading.fold(
                found -> found.value(),
                () -> {
                    throw new NotTried("Salesforce has no " + what + " that the integration user may see.");
                },
                refused -> {
                    throw new NotTried("Salesforce refuses to show " + what + ": " + refused.reason());
                },
                unavailable -> {
                    throw new NotTried("Salesforce cannot be read: " + unavailable.reason());
                });
    }
}
