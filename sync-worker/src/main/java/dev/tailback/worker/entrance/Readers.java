package dev.tailback.worker.entrance;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may read figures and details: requests with the token. If no token is set, every request, provided that only this
 * machine can connect.
 */
@Singleton
final class Readers {
    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;
    private final boolean onlyThisMachine;

    Readers(EntranceSettings settings, HttpServerConfiguration server) {
        this.token = settings.metricsToken().map(Readers::bytes);
        this.onlyThisMachine = server.getHost().filter(Readers::isLoopback).isPresent();
    }

    boolean include(HttpRequest<?> request) {
        return token.map(expected -> MessageDigest.isEqual(expected, bytes(sent(request))))
                .orElse(onlyThisMachine);
    }

    boolean mayExist() {
        return token.isPresent() || onlyThisMachine;
    }

    private static String sent(HttpRequest<?> request) {
        String authorization = request.getHeaders().getAuthorization().orElse("");
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
