package dev.tailback.app.suggestions;

/**
 * Of which contract the values are shown.
 *
 * @param isWanted whether of any
 * @param text its id in Salesforce, or what people call it by; empty for the first one
 */
public record SampleAsked(boolean isWanted, String text) {

    static final SampleAsked NONE = new SampleAsked(false, "");

    public static SampleAsked of(String text) {
        return new SampleAsked(true, text.strip());
    }
}
