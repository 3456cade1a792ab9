package dev.tailback.salesforce.text;

/** Parts of sentences. */
public final class Sentences {

    private Sentences() {}

    /** As the beginning of a sentence. */
    public static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
