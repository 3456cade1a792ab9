package dev.tailback.localcrms.hubspot.switches;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A question about HubSpot that is open; the first answer is the best guess. docs/local-crms.md says what each means. */
public enum Switch {
    /** What a write of the value that is there already does: moves the time, does nothing, or makes a version, too. */
    SAME_VALUE_WRITE("time", "nothing", "version"),
    /** When one bad input of a batch leaves the others alone: if each carries a trace id, always, or never. */
    PARTIAL_BATCH("traced", "always", "never"),
    /** The status of a batch of which a part failed: 207 below /crm/v3 and 200 at dated paths, or one of them. */
    PARTIAL_STATUS("by-path", "207", "200"),
    /** The id of a merged record: that of the primary one, or a new one. */
    MERGE_ID("primary", "new"),
    /** Whether blanks around a text are taken away. */
    TRIM_TEXT("yes", "no"),
    /** Whether "is not" finds records without a value. */
    NOT_EQUAL_FINDS_EMPTY("no", "yes"),
    /** A batch that names a record twice. */
    REPEATED_INPUT("refuse", "last-wins"),
    /** Whether calls of search count for the limit of ten seconds as well. */
    SEARCH_COUNTS_FOR_TEN_SECONDS("no", "yes");

    private final List<String> answers;

    Switch(String... answers) {
        this.answers = List.of(answers);
    }

    /** As people write it: {@code merge-id}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> answers() {
        return answers;
    }

    static Optional<Switch> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
