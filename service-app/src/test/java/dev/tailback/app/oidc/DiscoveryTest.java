package dev.tailback.app.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.ledger.MovableClock;
import dev.tailback.app.oidc.NotSignedIn.Why;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the provider says of itself is read when it is needed, and believed within bounds. */
class DiscoveryTest {

    private final LyingProvider provider = new LyingProvider();
    private final MovableClock clock = new MovableClock();
    private final Discovery discovery =
            new Discovery(new ProviderHttp(Duration.ofSeconds(3)), provider.issuer(), clock);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void a_provider_that_floods_fails_hangs_or_lies_about_itself_is_unavailable() {
        List<LyingProvider.Saying> sayings = List.of(
                LyingProvider.flood(),
                LyingProvider.failure(),
                provider.silence(),
                exchange -> LyingProvider.json(exchange, 200, "no JSON"),
                exchange -> LyingProvider.json(exchange, 200, "{}"),
                configured("issuer", "https://evil.example"),
                configured("token_endpoint", "http://evil.example/token"),
                configured("jwks_uri", "file:///etc/passwd"));
        for (LyingProvider.Saying saying : sayings) {
            provider.configuration(saying);
            clock.pass(Duration.ofMinutes(1));
            assertEquals(
                    Why.UNAVAILABLE,
                    assertThrows(NotSignedIn.class, discovery::read).why());
        }
    }

    @Test
    void a_failure_counts_for_a_moment_and_then_the_provider_is_asked_again() throws NotSignedIn {
        provider.configuration(LyingProvider.failure());
        assertThrows(NotSignedIn.class, discovery::read);
        provider.configuration(exchange -> LyingProvider.json(exchange, 200, provider.honestConfiguration()));
        assertThrows(NotSignedIn.class, discovery::read);
        clock.pass(Duration.ofSeconds(4));
        assertEquals(provider.issuer(), discovery.read().getIssuer().getValue());
    }

    @Test
    void what_was_read_last_counts_while_it_cannot_be_read_again() throws NotSignedIn {
        discovery.read();
        provider.configuration(LyingProvider.failure());
        clock.pass(Duration.ofHours(2));
        assertTrue(discovery.read().getTokenEndpointURI().toString().endsWith("/token"));
    }

    private LyingProvider.Saying configured(String name, String value) {
        return exchange -> LyingProvider.json(exchange, 200, provider.configuration(Map.of(name, value)));
    }
}
