package dev.tailback.app.proof;

import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.salesforce.trial.Trial;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One proof on one contract: the line it works on, and every external id that it has minted, so that it can take all of
 * them back.
 */
final class Experiment {

    private final String reference;
    private final Bench bench;
    private final Contract contract;
    private final ContractProduct line;
    private final Set<UUID> minted = new LinkedHashSet<>();

    private Experiment(String reference, Bench bench, Contract contract, ContractProduct line) {
        this.reference = reference;
        this.bench = bench;
        this.contract = contract;
        this.line = line;
    }

    /** On the line with the most units left; empty when the contract has none. */
    static Optional<Experiment> on(String reference, Bench bench, Contract contract) {
        return contract.products().stream()
                .max(Comparator.comparing(ContractProduct::available))
                .map(line -> new Experiment(reference, bench, contract, line));
    }

    String reference() {
        return reference;
    }

    Bench bench() {
        return bench;
    }

    Contract contract() {
        return contract;
    }

    ContractProduct line() {
        return line;
    }

    /** Of the line when the proof began. */
    Figures before() {
        return Figures.of(line);
    }

    /** Of the line now. */
    Figures now() {
        return bench.contract(contract.id()).products().stream()
                .filter(product -> product.id().equals(line.id()))
                .findFirst()
                .map(Figures::of)
                .orElseThrow(() -> new NotTried("The contract shows its product " + line.product() + " no more."));
    }

    synchronized UUID mint() {
        UUID id = UUID.randomUUID();
        minted.add(id);
        return id;
    }

    synchronized List<UUID> minted() {
        return List.copyOf(minted);
    }

    UsageSnapshot usage(UUID id, long version, int units) {
        return usage(id, line.id(), version, units);
    }

    UsageSnapshot usage(UUID id, String productId, long version, int units) {
        return new UsageSnapshot(id, productId, version, units, false, reference);
    }

    /** @throws NotTried when Salesforce did not decide about it */
    Trial send(UsageSnapshot snapshot) {
        return Bench.decided(bench.send(List.of(snapshot)).get(0));
    }

    /** Empty when Salesforce holds no such row. */
    Optional<HeldUsage> held(UUID id) {
        return bench.held(List.of(id)).stream().findFirst();
    }

    /** Whether Salesforce holds exactly this of the row. */
    boolean holds(UsageSnapshot snapshot) {
        return held(snapshot.entryId())
                .filter(held -> held.version() == snapshot.version()
                        && held.units() == snapshot.units()
                        && held.cancelled() == snapshot.cancelled()
                        && held.adReference().equals(snapshot.adReference())
                        && held.contractProductId().equals(snapshot.contractProductId()))
                .isPresent();
    }

    /** A product of the right kind that does not exist. */
    String nowhere() {
        return line.id().substring(0, 3) + "0".repeat(11) + "9";
    }
}
