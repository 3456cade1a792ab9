package dev.tailback.salesforce.session;

import java.net.URI;

/** A signed-in session: where the org answers, and the token it accepts. The token shows in no text. */
public record Credentials(URI instanceUrl, String accessToken) {

    @Override
    public String toString() {
        return "Credentials[instanceUrl=" + instanceUrl + ", accessToken=***]";
    }
}
