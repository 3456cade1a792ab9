package dev.tailback.app.signin;

import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells who tries a password, as far as guessing is concerned. */
@Singleton
class Attempts {

    private final ForwardedHeaders forwarded;
    private final KnownBrowsers browsers;

    Attempts(ForwardedHeaders forwarded, KnownBrowsers browsers) {
        this.forwarded = forwarded;
        this.browsers = browsers;
    }

    Attempt of(HttpRequest<?> request, String username) {
        String browser = browsers.of(request, username).orElse("");
        return new Attempt(username, network(forwarded.address(request)), !browser.isEmpty(), browser);
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address ? firstHalf(address) : address.getHostAddress();
    }

    private static String firstHalf(InetAddress address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, 8, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("16 bytes are an address", impossible);
        }
    }
}
