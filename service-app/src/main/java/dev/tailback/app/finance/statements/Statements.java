package dev.tailback.app.finance.statements;

import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.web.input.Paging;
import jakarta.inject.Singleton;
import java.util.List;

/** The statements that were made, read only. */
@Singleton
public class Statements {

    private final StatementRows rows;
    private final ClosedLines lines;

    Statements(StatementRows rows, ClosedLines lines) {
        this.rows = rows;
        this.lines = lines;
    }

    /** @param page from 0; 50 each, the newest first, and one more where another page follows */
    public List<StatementView> page(int page) {
        return rows.page(Paging.SIZE + 1, page * Paging.SIZE).stream()
                .map(StatementView::of)
                .toList();
    }

    /** @throws dev.tailback.web.problems.Problem 404 {@code not_found} */
    public StatementView one(long number) {
        return rows.find(number).map(StatementView::of).orElseThrow(() -> StatementProblems.unknown(number));
    }

    /** The signed document as it was made. @throws dev.tailback.web.problems.Problem 404 {@code not_found} */
    public byte[] document(long number) {
        return files(number).document();
    }

    /** The lines as CSV as they were made. @throws dev.tailback.web.problems.Problem 404 {@code not_found} */
    public byte[] csv(long number) {
        return files(number).csv();
    }

    /** @throws dev.tailback.web.problems.Problem 404 {@code not_found} */
    public List<UsageLine> lines(long number) {
        one(number);
        return lines.of(number);
    }

    private StatementRows.Files files(long number) {
        return rows.files(number).orElseThrow(() -> StatementProblems.unknown(number));
    }
}
