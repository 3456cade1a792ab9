package dev.tailback.mapping.check;

import java.util.ArrayList;
import java.util.List;

/** What has been found so far. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void broken(String about, String sentence, String mend) {
        all.add(new Finding(Severity.BROKEN, about, sentence, mend));
    }

    void loss(String about, String sentence, String mend) {
        all.add(new Finding(Severity.LOSS, about, sentence, mend));
    }

    void hint(String about, String sentence, String mend) {
        all.add(new Finding(Severity.HINT, about, sentence, mend));
    }

    /** What matters most first; otherwise in the order in which it was found, and each only once. */
    List<Finding> all() {
        return all.stream()
                .distinct()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }
}
