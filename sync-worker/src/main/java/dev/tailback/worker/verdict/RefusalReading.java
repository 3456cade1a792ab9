package dev.tailback.worker.verdict;

import dev.tailback.salesforce.usage.RowError;
import java.util.Comparator;
import java.util.List;

/** Reads the errors of one record and keeps the one that decides. */
public final class RefusalReading {
    private static final String ROW_BUSY = "ROW_BUSY";
    private static final String STALE_RULE = "USAGE_STALE";

    private RefusalReading() {}

    /** @param errors at least one */
    public static Refusal read(List<RowError> errors) {
        return errors.stream()
                .map(RefusalReading::read)
                .min(Comparator.comparing(Refusal::kind))
                .orElseThrow(() -> new IllegalArgumentException("a refusal without any error"));
    }

    private static Refusal read(RowError error) {
        ErrorKind kind = kindOf(error);
        String code = codeOf(error, kind);
        Isolation isolation = BlameTable.isolationOf(kind, error, code);
        return new Refusal(kind, BlameTable.blameOf(kind, isolation, code), isolation, code, reasonOf(error));
    }

    private static ErrorKind kindOf(RowError error) {
        return error.ruleCode().filter(STALE_RULE::equals).isPresent()
                ? ErrorKind.STALE
                : ErrorTable.kindOf(error.code(), error.message());
    }

    private static String codeOf(RowError error, ErrorKind kind) {
        return kind == ErrorKind.ROW_BUSY ? ROW_BUSY : error.ruleCode().orElse(error.code());
    }

    private static String reasonOf(RowError error) {
        String reason = error.ruleCode()
                .map(code -> error.message().substring(code.length() + 2).strip())
                .orElse(error.message());
        return reason.isBlank() ? "Salesforce gave no reason." : reason;
    }
}
