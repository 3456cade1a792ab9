package dev.tailback.standalone.architecture;

/** The bad example: a third kind of weather would compile here and be forgotten. */
final class Umbrella {

    private Umbrella() {}

    static boolean isNeeded(Weather weather) {
        return weather instanceof Weather.Rain;
    }
}
