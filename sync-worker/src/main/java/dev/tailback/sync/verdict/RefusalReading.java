package dev.tailback.sync.verdict;

import dev.tailback.salesforce.RowError;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads the errors of one record and keeps the one that decides. */
public final class RefusalReading {
    private static final String ROW_BUSY = "ROW_BUSY";
    private static final String STALE_RULE = "USAGE_STALE";

    /** Rules of the usage row itself: sending such a record again on its own would be refused in the same way. */
    private static final Set<String> OWN_RULES = Set.of(
            "USAGE_IDENTITY", "USAGE_LOCKED", STALE_RULE, "USAGE_UNITS", "USAGE_VERSION", "USAGE_VERSION_REUSED");

    private RefusalReading() {}

    /** @param errors at least one */
    public static Refusal read(List<RowError> errors) {
        return errors.stream()
                .map(RefusalReading::read)
                .min(Comparator.comparing(Refusal::kind))
                .orElseThrow(() -> new IllegalArgumentException("a refusal without any error"));
    }

    /** Whether the rule may be a parent's, which refuses a whole group although some of it would fit. */
    public static boolean mayBeTheParents(Refusal refusal) {
        return refusal.kind() == ErrorKind.RULE && !OWN_RULES.contains(refusal.code());
    }

    private static Refusal read(RowError error) {
        ErrorKind kind = kindOf(error);
        return new Refusal(kind, codeOf(error, kind), sentenceOf(error));
    }

    private static ErrorKind kindOf(RowError error) {
        return error.ruleCode().filter(STALE_RULE::equals).isPresent()
                ? ErrorKind.STALE
                : ErrorTable.kindOf(error.code(), error.message());
    }

    private static String codeOf(RowError error, ErrorKind kind) {
        return kind == ErrorKind.ROW_BUSY ? ROW_BUSY : error.ruleCode().orElse(error.code());
    }

    private static String sentenceOf(RowError error) {
        String sentence = error.ruleCode()
                .map(code -> error.message().substring(code.length() + 2).strip())
                .orElse(error.message());
        return sentence.isBlank() ? "Salesforce gave no reason." : sentence;
    }
}
