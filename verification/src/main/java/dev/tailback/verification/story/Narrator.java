package dev.tailback.verification.story;

import java.io.PrintStream;
import java.util.Objects;

/** Prints the story on the terminal, and stops it at the first check that fails. */
public final class Narrator {
    private final PrintStream out;
    private int checks;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    public void chapter(String title) {
        out.println();
        out.println(title);
    }

    public void says(String sentence) {
        out.println("    " + sentence);
    }

    /** One checked fact. */
    public void expect(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            out.println("  ✗ " + what + ": expected " + expected + ", found " + found);
            throw new StoryFailed(what + ": expected " + expected + ", found " + found);
        }
        checks++;
        out.println("  ✓ " + what + ": " + found);
    }

    public int checks() {
        return checks;
    }

    public PrintStream out() {
        return out;
    }
}
