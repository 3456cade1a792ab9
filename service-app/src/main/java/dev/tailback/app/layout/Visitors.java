package dev.tailback.app.layout;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.ads.OwnAds;
import dev.tailback.app.entries.RejectedAds;
import dev.tailback.app.sessions.SessionTokens;
import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Set;

/** Knows who asked for a page. */
@Singleton
public class Visitors {

    private final FormToken formToken;
    private final RejectedAds rejected;
    private final OwnAds own;

    Visitors(FormToken formToken, RejectedAds rejected, OwnAds own) {
        this.formToken = formToken;
        this.rejected = rejected;
        this.own = own;
    }

    public Visitor of(HttpRequest<?> request, Authentication who) {
        boolean books = who.getRoles().stream().anyMatch(Visitor.BOOKING::contains);
        return visitor(request, who, rejected.count(), books ? own.count(who.getName()) : 0);
    }

    /** Without asking PostgreSQL, which may be what has failed. */
    Visitor withoutFigures(HttpRequest<?> request, Authentication who) {
        return visitor(request, who, 0, 0);
    }

    private Visitor visitor(HttpRequest<?> request, Authentication who, long rejectedAds, long ownAds) {
        return new Visitor(
                who.getName(),
                formToken.of(request),
                Set.copyOf(who.getRoles()),
                request.getPath(),
                rejectedAds,
                ownAds,
                SessionTokens.isOfProvider(who),
                Texts.of(request));
    }
}
