package dev.tailback.localcrms.hubspot.search;

/** A search that HubSpot does not run. */
public final class SearchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchRefused(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
