package dev.tailback.mapping.generator;

import java.util.List;

/** Nothing can be generated for this mapping in this org: every reason, each a sentence that says what to do. */
public final class GeneratorRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    GeneratorRefused(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
