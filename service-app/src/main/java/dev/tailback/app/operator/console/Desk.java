package dev.tailback.app.operator.console;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.operator.sync.SyncReading;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;

/** What every page of the console begins with. */
@Singleton
class Desk {

    private final Visitors visitors;
    private final SyncReading sync;

    Desk(Visitors visitors, SyncReading sync) {
        this.visitors = visitors;
        this.sync = sync;
    }

    Seat seat(HttpRequest<?> request, Authentication who) {
        return new Seat(visitors.of(request, who), SyncBanner.of(sync.now()), "");
    }
}
