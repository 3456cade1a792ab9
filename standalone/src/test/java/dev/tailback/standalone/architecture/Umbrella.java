package dev.tailback.standalone.architecture;

import java.util.List;

/** The bad example: a third kind of weather would compile here and be forgotten. */
final class Umbrella {

    private Umbrella() {}

    static boolean isNeeded(Weather weather) {
        return weather instanceof Weather.Rain;
    }

    static boolean isNeededOnce(List<Weather> week) {
        return week.stream().anyMatch(Weather.Rain.class::isInstance);
    }
}
