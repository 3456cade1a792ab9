package dev.tailback.hub.matching;

import dev.tailback.hub.entity.AttributeKind;
import java.util.List;

/**
 * How often each level of agreement occurs for one attribute, SAME to DIFFERENT.
 *
 * @param amongSame among pairs that are the same thing (the m of Fellegi and Sunter); adds up to 1
 * @param amongOthers among pairs that are not (their u); adds up to 1
 */
public record Odds(List<Double> amongSame, List<Double> amongOthers) {

    public Odds {
        if (amongSame.size() != Agreement.LEVELS || amongOthers.size() != Agreement.LEVELS) {
            throw new IllegalArgumentException("odds have " + Agreement.LEVELS + " levels each");
        }
        amongSame = List.copyOf(amongSame);
        amongOthers = List.copyOf(amongOthers);
    }

    /** Experience, for as long as there is nothing to learn from. */
    static Odds usualFor(AttributeKind kind) {
        return switch (kind) {
            case COMPANY_NAME -> new Odds(List.of(0.70, 0.18, 0.09, 0.03), List.of(0.001, 0.002, 0.02, 0.977));
            case PERSON_NAME -> new Odds(List.of(0.80, 0.11, 0.06, 0.03), List.of(0.008, 0.004, 0.04, 0.948));
            case EMAIL -> new Odds(List.of(0.55, 0.03, 0.22, 0.20), List.of(0.0002, 0.0002, 0.005, 0.9946));
            case PHONE -> new Odds(List.of(0.55, 0.04, 0.16, 0.25), List.of(0.0003, 0.0003, 0.02, 0.9794));
            case DOMAIN -> new Odds(List.of(0.80, 0.08, 0.02, 0.10), List.of(0.0005, 0.0005, 0.001, 0.998));
            case COUNTRY -> new Odds(List.of(0.96, 0.01, 0.01, 0.02), List.of(0.30, 0.01, 0.01, 0.68));
            case POSTAL_CODE -> new Odds(List.of(0.80, 0.06, 0.05, 0.09), List.of(0.004, 0.004, 0.05, 0.942));
            case DATE -> new Odds(List.of(0.85, 0.09, 0.03, 0.03), List.of(0.0002, 0.002, 0.02, 0.9778));
            case TEXT -> new Odds(List.of(0.62, 0.20, 0.08, 0.10), List.of(0.008, 0.005, 0.03, 0.957));
            case LIST -> new Odds(List.of(0.60, 0.22, 0.10, 0.08), List.of(0.01, 0.02, 0.06, 0.91));
            case NUMBER, MONEY -> new Odds(List.of(0.70, 0.10, 0.10, 0.10), List.of(0.05, 0.05, 0.10, 0.80));
            case FLAG, CHOICE, REFERENCE -> new Odds(List.of(0.85, 0.01, 0.01, 0.13), List.of(0.25, 0.01, 0.01, 0.73));
        };
    }

    /** How much a level speaks for the same thing: positive for, negative against. */
    double bits(Agreement level) {
        return level == Agreement.UNKNOWN ? 0 : log2(amongSame.get(level.ordinal()) / amongOthers.get(level.ordinal()));
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
