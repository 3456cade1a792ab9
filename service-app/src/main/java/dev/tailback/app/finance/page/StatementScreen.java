package dev.tailback.app.finance.page;

import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.app.finance.statements.StatementSum;
import dev.tailback.app.finance.statements.StatementView;
import dev.tailback.app.layout.Visitor;
import java.util.List;

/**
 * A statement with its lines.
 *
 * @param lines 2,000 at most
 * @param profiles the names of those it can be exported with
 * @param justClosed whether the visitor has just made it
 */
public record StatementScreen(
        Visitor visitor,
        StatementView statement,
        List<UsageLine> lines,
        List<StatementSum> sums,
        List<String> profiles,
        boolean justClosed) {

    /** Lines on the page; the files hold all. */
    static final int SHOWN = 2_000;
}
