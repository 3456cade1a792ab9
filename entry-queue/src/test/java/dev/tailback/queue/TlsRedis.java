package dev.tailback.queue;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import dev.tailback.testservices.TestServices;
import java.io.IOException;
import java.net.ServerSocket;

/** An embedded Redis that also speaks TLS, with a certificate that only its own authority has signed. */
record TlsRedis(EmbeddedRedis plain, int port) implements AutoCloseable {

    static TlsRedis with(PrivateCertificate certificate) throws IOException {
        EmbeddedRedis plain = TestServices.ownRedis();
        int port = freePort();
        String answer = RedisWire.ask(
                plain.uri(),
                "CONFIG SET tls-auth-clients no tls-cert-file " + certificate.certificate() + " tls-key-file "
                        + certificate.key() + " tls-port " + port);
        assumeTrue(!answer.contains("Unknown"), "The embedded Redis of this machine has no TLS: " + answer);
        if (!answer.equals("+OK")) {
            throw new IOException("Redis answered " + answer);
        }
        return new TlsRedis(plain, port);
    }

    /** @param login as {@code user:password@}, or empty */
    String uri(String login) {
        return "rediss://" + login + "127.0.0.1:" + port;
    }

    String ask(String command) throws IOException {
        return RedisWire.ask(plain.uri(), command);
    }

    @Override
    public void close() {
        plain.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
