package dev.tailback.mapping;

import java.util.List;

/** A mapping that cannot be one: every reason, each a sentence that says what to do. */
public final class MappingInvalid extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    public MappingInvalid(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
