package dev.tailback.app.operator.alerts;

import dev.tailback.app.links.AdLinks;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Where a message sends people. Without a public address, nowhere. */
@Singleton
class ConsoleLink {

    private final String text;

    @Inject
    ConsoleLink(AdLinks links) {
        this(links.to("/console").orElse(""));
    }

    ConsoleLink(String text) {
        this.text = text;
    }

    /** The address, or an empty text. */
    String text() {
        return text;
    }
}
