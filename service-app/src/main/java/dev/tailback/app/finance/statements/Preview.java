package dev.tailback.app.finance.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.finance.lines.UsageLine;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The difference between what holds now and what is closed: the lines of the next statement.
 *
 * @param earlier statements of exactly this scope, the newest first
 * @param lineCount lines of the next statement; {@code lines} shows 200 at most
 * @param unchanged lines that earlier statements hold as they are
 * @param unresolvedCount of what keeps it from being closed; {@code unresolved} shows 200 at most
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Preview(
        List<StatementView> earlier,
        int lineCount,
        int unchanged,
        List<UsageLine> lines,
        List<StatementSum> sums,
        int unresolvedCount,
        List<Unresolved> unresolved) {

    static final int SHOWN = 200;
}
