package dev.tailback.localcrms.hubspot.access;

/**
 * @param serviceKey the static token
 * @param clientId of the OAuth app
 * @param refreshToken good from the start, as after an installation
 */
public record Credentials(String serviceKey, String clientId, String clientSecret, String refreshToken) {

    /** The published ones of a local account; they guard nothing. */
    public static final Credentials STANDARD =
            new Credentials("pat-local-crms", "local-client", "local-secret", "local-refresh-token");
}
