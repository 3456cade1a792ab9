package dev.tailback.worker;

import java.util.List;

/** The worker cannot start with what it was given; one sentence for each thing that is wrong. */
public final class UnusableEnvironment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    UnusableEnvironment(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
