package dev.tailback.app.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The public keys of the provider. They are read again after a quarter of an hour, so that a key it withdrew stops
 * counting, and at once for a key that is not among them, so that a new one counts; for that at most every ten seconds.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    private static final Duration COUNTS_FOR = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Discovery discovery;
    private final ProviderHttp http;
    private final Clock clock;
    private JWKSet known = new JWKSet();
    private Instant readAt = Instant.MIN;
    private Instant lookedAt = Instant.MIN;

    ProviderKeys(Discovery discovery, ProviderHttp http, Clock clock) {
        this.discovery = discovery;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext context) throws KeySourceException {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (!now.isBefore(readAt.plus(COUNTS_FOR))) {
                read(now);
            }
            List<JWK> found = wanted.select(known);
            if (!found.isEmpty() || now.isBefore(lookedAt.plus(BETWEEN_LOOKS))) {
                return found;
            }
            lookedAt = now;
            read(now);
            return wanted.select(known);
        } finally {
            lock.unlock();
        }
    }

    private void read(Instant now) throws KeySourceException {
        try {
            known = JWKSet.parse(http.read(discovery.read().getJWKSetURI()));
            readAt = now;
        } catch (IOException | ParseException | NotSignedIn unreadable) {
            throw new RemoteKeySourceException("its keys cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
