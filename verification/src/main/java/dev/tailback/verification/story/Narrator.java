package dev.tailback.verification.story;

import java.io.PrintStream;
import java.util.Objects;

/** Prints the story on the terminal, and stops it at the first check that fails. */
final class Narrator {
    private final PrintStream out;
    private int checks;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println(title);
    }

    void says(String sentence) {
        out.println("    " + sentence);
    }

    /** One checked fact. */
    void expect(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            out.println("  ✗ " + what + ": expected " + expected + ", found " + found);
            throw new StoryFailed(what + ": expected " + expected + ", found " + found);
        }
        checks++;
        out.println("  ✓ " + what + ": " + found);
    }

    int checks() {
        return checks;
    }

    PrintStream out() {
        return out;
    }
}
