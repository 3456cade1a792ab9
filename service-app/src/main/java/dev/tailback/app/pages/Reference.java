package dev.tailback.app.pages;

/** An ad's reference as it may come back in an address; anything else is not shown. */
final class Reference {

    private Reference() {}

    static String orEmpty(String text) {
        return text.matches("AD-\\d{1,18}") ? text : "";
    }
}
