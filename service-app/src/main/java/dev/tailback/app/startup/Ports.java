package dev.tailback.app.startup;

/** What a TCP port may look like. */
final class Ports {

    private Ports() {}

    static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535;
    }
}
