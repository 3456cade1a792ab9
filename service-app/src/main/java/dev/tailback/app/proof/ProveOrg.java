package dev.tailback.app.proof;

import dev.tailback.app.finance.statements.SignDocument;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.contract.Contract;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that the connected org keeps the promises, on a test contract: sends usage of its own, tries what must be
 * refused, takes everything back, and signs what it saw. The act is recorded before anything is sent.
 */
@Singleton
class ProveOrg {

    private static final Logger LOG = LoggerFactory.getLogger(ProveOrg.class);

    private static final int LETTERS_OF_A_RUN = 8;

    private final ProvingGround ground;
    private final Operations operations;
    private final Ledger ledger;
    private final SignDocument sign;
    private final ProofClaims claims;

    ProveOrg(ProvingGround ground, Operations operations, Ledger ledger, SignDocument sign, ProofClaims claims) {
        this.ground = ground;
        this.operations = operations;
        this.ledger = ledger;
        this.sign = sign;
        this.claims = claims;
    }

    /** @throws dev.tailback.web.problems.Problem 409 when one is being made, or nothing can be tried on the contract */
    SignedProof prove(ProofOrder order) {
        String reference = ProofRows.PREFIX
                + UUID.randomUUID().toString().substring(0, LETTERS_OF_A_RUN).toUpperCase(Locale.ROOT);
        claims.claim(reference, order.who(), ground.now()).ifPresent(running -> {
            throw ProofProblems.running(running);
        });
        try {
            return alone(order, reference);
        } finally {
            release(reference);
        }
    }

    /** What was proved stays proved where PostgreSQL cannot be reached now; the claim then ends by its time. */
    private void release(String reference) {
        try {
            claims.release(reference);
        } catch (DataAccessException unreachable) {
            LOG.warn("The claim of the proof {} was not released, and ends by its time", reference, unreachable);
        }
    }

    private SignedProof alone(ProofOrder order, String reference) {
        Mapping mapping = ground.mapping();
        Bench bench = ground.bench(mapping);
        Experiment experiment = experiment(reference, bench, order.contractId());
        record(order, reference);
        Notebook notes = ground.notebook();
        String remains = new Course(
                        experiment,
                        notes,
                        ground.threads(),
                        order.fulfilledId(),
                        order.sales().map(ground::as))
                .run();
        Proof proof = new Proof(
                reference,
                experiment.contract().id(),
                experiment.contract().number(),
                order.fulfilledId(),
                mapping.name(),
                ground.apiVersion(),
                ground.identity(),
                order.who(),
                ground.now(),
                notes.seen(),
                notes.told(),
                remains);
        return new SignedProof(reference, sign.signed(ProofDocument.signedPart(proof)));
    }

    private static Experiment experiment(String reference, Bench bench, String contractId) {
        Contract contract = contract(bench, contractId);
        if (contract.fulfilled()) {
            throw ProofProblems.notOpen(contract.number());
        }
        return Experiment.on(reference, bench, contract)
                .orElseThrow(() -> ProofProblems.nothing("the contract has no product."));
    }

    private static Contract contract(Bench bench, String contractId) {
        try {
            return bench.contract(contractId);
        } catch (NotTried unread) {
            throw ProofProblems.nothing(unread.getMessage());
        }
    }

    private void record(ProofOrder order, String reference) {
        ledger.write(() -> operations.record(
                order.who(),
                OperatorAction.PROVED,
                order.reason().orElse(null),
                new Scope(
                        Optional.empty(), Optional.of(order.contractId()), Optional.empty(), Optional.of(reference))));
    }
}
