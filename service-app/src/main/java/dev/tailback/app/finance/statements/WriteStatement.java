package dev.tailback.app.finance.statements;

import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.LinesAsCsv;
import dev.tailback.app.ledger.Ledger;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs a statement and writes it with its lines, in one transaction, if no other was written since it was prepared. */
@Singleton
class WriteStatement {

    private static final Logger LOG = LoggerFactory.getLogger(WriteStatement.class);

    private final StatementRows rows;
    private final ClosedLines lines;
    private final StatementKeys keys;
    private final Ledger ledger;

    WriteStatement(StatementRows rows, ClosedLines lines, StatementKeys keys, Ledger ledger) {
        this.rows = rows;
        this.lines = lines;
        this.keys = keys;
        this.ledger = ledger;
    }

    Optional<StatementRows.Row> last() {
        return rows.last();
    }

    /** Of exactly this scope, the newest first. */
    List<Statement> ofScope(FinanceScope scope) {
        return rows.ofScope(
                scope.contractId().orElse(null),
                scope.from().orElse(null),
                scope.to().orElse(null));
    }

    /** @throws dev.tailback.web.problems.Problem 409 {@code closed_meanwhile} */
    long write(StatementHead head) {
        SigningKey key = keys.current();
        byte[] csv = LinesAsCsv.write(head.composed().lines(), head.scope().zone());
        byte[] signedPart = StatementDocument.signedPart(head, head.composed().lines());
        byte[] document = StatementDocument.signed(signedPart, key);
        long number = ledger.write(() -> {
            rows.lock();
            if (rows.last().map(StatementRows.Row::number).orElse(0L) + 1 != head.number()) {
                throw StatementProblems.meanwhile();
            }
            add(head, Sha256.of(signedPart), key.publicKey(), document, csv);
            lines.write(head.number(), head.composed().lines());
            return head.number();
        });
        LOG.info(
                "Statement {} of {} closed by {}: {} lines, {} unresolved",
                number,
                head.scope().word(),
                head.closedBy(),
                head.composed().lines().size(),
                head.unresolved().size());
        return number;
    }

    private void add(StatementHead head, String sha256, String publicKey, byte[] document, byte[] csv) {
        FinanceScope scope = head.scope();
        rows.add(
                head.number(),
                scope.contractId().orElse(null),
                scope.from().orElse(null),
                scope.to().orElse(null),
                scope.zone().getId(),
                head.closedAt(),
                head.closedBy(),
                head.reason().orElse(null),
                head.unresolved().size(),
                head.composed().lines().size(),
                sha256,
                head.csvSha256(),
                publicKey,
                document,
                csv);
    }
}
