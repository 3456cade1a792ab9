package dev.tailback.mapping.declaration;

import java.util.List;

/** A file that cannot be used: every reason, each a sentence that says what to do. */
public final class DeclarationInvalid extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    public DeclarationInvalid(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
