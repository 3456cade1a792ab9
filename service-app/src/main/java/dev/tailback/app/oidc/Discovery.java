package dev.tailback.app.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.tailback.app.oidc.NotSignedIn.Why;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * What the provider says of itself at {@code /.well-known/openid-configuration}: read at the first sign-in, so that a
 * provider that is away stops no start, and again every hour. While it cannot be read again, the last one counts.
 */
@Singleton
class Discovery {

    private static final Duration COUNTS_FOR = Duration.ofHours(1);

    /** After a failure nobody else waits for the same for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final ProviderHttp http;
    private final OidcSettings settings;
    private final Clock clock;
    private OIDCProviderMetadata known;
    private Instant readAt = Instant.MIN;
    private NotSignedIn failure;
    private Instant failedAt = Instant.MIN;

    Discovery(ProviderHttp http, OidcSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    OIDCProviderMetadata read() throws NotSignedIn {
        lock.lock();
        try {
            Instant now = clock.instant();
            boolean fresh = known != null && now.isBefore(readAt.plus(COUNTS_FOR));
            boolean paused = failure != null && now.isBefore(failedAt.plus(PAUSE));
            return fresh ? known : paused ? last() : readAgain(now);
        } finally {
            lock.unlock();
        }
    }

    private OIDCProviderMetadata readAgain(Instant now) throws NotSignedIn {
        try {
            known = checked(http.read(address()));
            readAt = now;
            failure = null;
            return known;
        } catch (IOException | ParseException | IllegalArgumentException unreadable) {
            failure = new NotSignedIn(Why.UNAVAILABLE, "its configuration cannot be read", unreadable);
            failedAt = clock.instant();
            return last();
        }
    }

    private OIDCProviderMetadata last() throws NotSignedIn {
        if (known == null) {
            throw failure;
        }
        return known;
    }

    private OIDCProviderMetadata checked(String text) throws ParseException, IOException {
        OIDCProviderMetadata read = OIDCProviderMetadata.parse(text);
        if (!read.getIssuer().getValue().equals(settings.issuer())) {
            throw new IOException("it calls itself " + read.getIssuer() + ", TAILBACK_OIDC_ISSUER is another");
        }
        boolean whole = Stream.of(read.getAuthorizationEndpointURI(), read.getTokenEndpointURI(), read.getJWKSetURI())
                .allMatch(place -> place != null && OidcSettings.isSafe(place.toString()));
        if (!whole) {
            throw new IOException("it names no safe addresses for sign-in, tokens and keys");
        }
        return read;
    }

    private URI address() {
        String base = Objects.requireNonNull(settings.issuer()).replaceFirst("/$", "");
        return URI.create(base + "/.well-known/openid-configuration");
    }
}
