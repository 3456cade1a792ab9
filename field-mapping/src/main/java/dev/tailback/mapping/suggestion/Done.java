package dev.tailback.mapping.suggestion;

import java.util.List;

/** Which values of a picklist mean that a contract is done. */
final class Done {

    private Done() {}

    /** In the order of the picklist; none: no value says so. */
    static List<String> values(List<String> picklist) {
        Vocabulary vocabulary = Vocabulary.shipped();
        return picklist.stream().filter(value -> isDone(vocabulary, value)).toList();
    }

    private static boolean isDone(Vocabulary vocabulary, String value) {
        String plain = Wording.plain(value);
        return vocabulary.doneValues().stream().anyMatch(plain::startsWith)
                && vocabulary.endedOtherwise().stream().noneMatch(plain::startsWith);
    }
}
