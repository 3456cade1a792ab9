package dev.tailback.edge;

import java.util.List;

/** Limits in the environment that cannot be used; one sentence for each. */
public final class UnusableLimits extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    UnusableLimits(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
