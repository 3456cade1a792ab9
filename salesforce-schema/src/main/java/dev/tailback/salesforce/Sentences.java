package dev.tailback.salesforce;

/** Parts of sentences. */
final class Sentences {

    private Sentences() {}

    /** As the beginning of a sentence. */
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
