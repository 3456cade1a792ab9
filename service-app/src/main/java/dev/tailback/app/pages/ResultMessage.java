package dev.tailback.app.pages;

/** What was just done, told on the page that follows; the address carries a word, never the sentence. */
final class ResultMessage {

    private ResultMessage() {}

    static String of(String word) {
        return switch (word) {
            case "corrected" -> "The correction is saved. It is reported automatically.";
            case "cancelled" -> "The ad is cancelled. That is reported automatically.";
            case "retried" -> "The entry tries again.";
            case "reverted" -> "The entry is back at what Salesforce holds.";
            default -> "";
        };
    }
}
