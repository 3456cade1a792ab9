package dev.tailback.crm.kit;

import java.util.Locale;

/**
 * What one check found.
 *
 * @param check what must hold, as a sentence
 * @param why empty where it held
 */
public record Finding(String check, Outcome outcome, String why) {

    /** A check that could not be tried says nothing about the connector. */
    public enum Outcome {
        HELD,
        NOT_HELD,
        NOT_TRIED;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** As people read it: {@code not held: Deletions are told. The deleted record was not told within 60 rounds.} */
    public String sentence() {
        return outcome.words() + ": " + check + "." + (why.isEmpty() ? "" : " " + why);
    }
}
