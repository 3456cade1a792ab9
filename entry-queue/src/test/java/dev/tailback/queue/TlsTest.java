package dev.tailback.queue;

import static dev.tailback.queue.Fixture.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.testservices.TestServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rediss://}: a Redis whose certificate a private authority has signed. */
class TlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    Path directory;

    @AfterEach
    void trustWhatJavaTrusts() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
    }

    @Test
    void a_private_authority_is_trusted_through_javas_trust_store() throws Exception {
        PrivateCertificate certificate = PrivateCertificate.of("ip:127.0.0.1", directory);
        trust(certificate);
        try (TlsRedis redis = TlsRedis.with(certificate);
                EntryQueue queue = connect(redis.uri(""))) {
            try (Rebuild rebuild =
                    queue.operations().beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
                rebuild.finish();
            }
            assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry("800A", 1, 1))));
            assertTrue(queue.awaitWork(Duration.ofSeconds(30)));
        }
    }

    @Test
    void an_unknown_authority_is_named_and_so_is_the_remedy() throws Exception {
        try (TlsRedis redis = TlsRedis.with(PrivateCertificate.of("ip:127.0.0.1", directory))) {
            String message = refusal(redis.uri(""));
            assertTrue(message.contains("shows a certificate that Java does not trust"), message);
            assertTrue(message.contains("-Djavax.net.ssl.trustStore)"), message);
        }
    }

    @Test
    void a_certificate_for_another_host_is_named() throws Exception {
        PrivateCertificate certificate = PrivateCertificate.of("dns:redis.example", directory);
        trust(certificate);
        try (TlsRedis redis = TlsRedis.with(certificate)) {
            String message = refusal(redis.uri(""));
            assertTrue(message.contains("shows a certificate for another host"), message);
            try (EntryQueue queue = connect(redis.uri("") + "?verifyPeer=CA")) {
                assertTrue(queue.operations().needsRebuild());
            }
        }
    }

    @Test
    void a_trust_store_that_cannot_be_read_is_named() throws Exception {
        PrivateCertificate certificate = PrivateCertificate.of("ip:127.0.0.1", directory);
        trust(certificate);
        System.clearProperty(TRUST_STORE_PASSWORD);
        try (TlsRedis redis = TlsRedis.with(certificate)) {
            String message = refusal(redis.uri(""));
            assertTrue(message.contains("-Djavax.net.ssl.trustStorePassword"), message);
        }
    }

    @Test
    void a_port_without_tls_is_named() {
        try (EmbeddedRedis redis = TestServices.ownRedis()) {
            String uri = redis.uri().replace("redis://", "rediss://");
            // It waits for the rest of a command: only our limit ends that.
            String message = refusal(new QueueConfiguration("usage", uri, 1, Duration.ofSeconds(1)));
            assertTrue(message.contains("does not answer in TLS"), message);
        }
    }

    @Test
    void a_port_that_wants_tls_is_named() throws Exception {
        try (TlsRedis redis = TlsRedis.with(PrivateCertificate.of("ip:127.0.0.1", directory))) {
            String message = refusal(redis.uri("").replace("rediss://", "redis://"));
            assertTrue(message.contains("closed the connection"), message);
        }
    }

    @Test
    void a_redis_that_wants_a_certificate_of_ours_is_named() throws Exception {
        PrivateCertificate certificate = PrivateCertificate.of("ip:127.0.0.1", directory);
        trust(certificate);
        try (TlsRedis redis = TlsRedis.with(certificate)) {
            redis.ask("CONFIG SET tls-ca-cert-file " + certificate.certificate() + " tls-auth-clients yes");
            String message = refusal(redis.uri(""));
            assertTrue(message.contains("wants a certificate of ours"), message);
        }
    }

    private static void trust(PrivateCertificate certificate) {
        System.setProperty(TRUST_STORE, certificate.trustStore().toString());
        System.setProperty(TRUST_STORE_PASSWORD, PrivateCertificate.PASSWORD);
    }

    private static String refusal(String uri) {
        return refusal(new QueueConfiguration("usage", uri, 1, PATIENCE));
    }

    private static String refusal(QueueConfiguration configuration) {
        try (EntryQueue queue = EntryQueue.connect(configuration)) {
            return assertThrows(QueueUnavailable.class, queue.operations()::needsRebuild)
                    .getMessage();
        }
    }

    private static EntryQueue connect(String uri) {
        return EntryQueue.connect(new QueueConfiguration("usage", uri, 1, PATIENCE));
    }
}
