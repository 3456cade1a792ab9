package dev.tailback.app.oidc;

import dev.tailback.app.links.AdLinks;
import jakarta.inject.Singleton;
import java.net.URI;

/** Where the provider sends people back to: our public address, never a host that a request names. */
@Singleton
class OwnAddress {

    static final String CALLBACK = Departures.PATH + "/callback";

    private final AdLinks links;

    OwnAddress(AdLinks links) {
        this.links = links;
    }

    URI callback() {
        return to(CALLBACK);
    }

    URI login() {
        return to("/login");
    }

    private URI to(String path) {
        return URI.create(links.to(path)
                .orElseThrow(() -> new IllegalStateException("The start demands TAILBACK_PUBLIC_URL with a provider")));
    }
}
