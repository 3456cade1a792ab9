package dev.tailback.app.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.tailback.app.oidc.NotSignedIn.Why;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * What the provider says of itself at {@code /.well-known/openid-configuration}: read at the first sign-in, so that a
 * provider that is away stops no start, and again every hour. While it cannot be read again, the last one counts.
 */
final class Discovery {

    private static final Duration COUNTS_FOR = Duration.ofHours(1);

    /** After a failure nobody else waits for the same for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final ProviderHttp http;
    private final String issuer;
    private final Clock clock;
    private Optional<OIDCProviderMetadata> known = Optional.empty();
    private Instant readAt = Instant.MIN;
    private Optional<NotSignedIn> failure = Optional.empty();
    private Instant failedAt = Instant.MIN;

    Discovery(ProviderHttp http, String issuer, Clock clock) {
        this.http = http;
        this.issuer = issuer;
        this.clock = clock;
    }

    OIDCProviderMetadata read() throws NotSignedIn {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (known.isPresent() && now.isBefore(readAt.plus(COUNTS_FOR))) {
                return known.get();
            }
            return failure.isPresent() && now.isBefore(failedAt.plus(PAUSE)) ? last(failure.get()) : readAgain(now);
        } finally {
            lock.unlock();
        }
    }

    private OIDCProviderMetadata readAgain(Instant now) throws NotSignedIn {
        try {
            OIDCProviderMetadata read = checked(http.read(address()));
            known = Optional.of(read);
            readAt = now;
            failure = Optional.empty();
            return read;
        } catch (IOException | ParseException | IllegalArgumentException unreadable) {
            NotSignedIn why = new NotSignedIn(Why.UNAVAILABLE, "its configuration cannot be read", unreadable);
            failure = Optional.of(why);
            failedAt = clock.instant();
            return last(why);
        }
    }

    private OIDCProviderMetadata last(NotSignedIn why) throws NotSignedIn {
        return known.orElseThrow(() -> why);
    }

    private OIDCProviderMetadata checked(String text) throws ParseException, IOException {
        OIDCProviderMetadata read = OIDCProviderMetadata.parse(text);
        if (!read.getIssuer().getValue().equals(issuer)) {
            throw new IOException("it calls itself " + read.getIssuer() + ", TAILBACK_OIDC_ISSUER is another");
        }
        boolean whole = Stream.of(read.getAuthorizationEndpointURI(), read.getTokenEndpointURI(), read.getJWKSetURI())
                .allMatch(place -> place != null && Provider.isSafe(place.toString()));
        if (!whole) {
            throw new IOException("it names no safe addresses for sign-in, tokens and keys");
        }
        return read;
    }

    private URI address() {
        return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }
}
