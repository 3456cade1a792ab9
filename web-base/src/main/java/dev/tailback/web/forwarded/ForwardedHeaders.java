package dev.tailback.web.forwarded;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} of trusted proxies. From anybody else these headers
 * are only text that a caller made up, and are passed over.
 */
@Singleton
public class ForwardedHeaders {

    /** Proxies in a row; what stands further to the left counts no more. */
    private static final int MOST_HOPS = 20;

    private final TrustedProxies proxies;

    ForwardedHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** The visitor's address: the nearest one that is none of our proxies. */
    public InetAddress address(HttpRequest<?> request) {
        InetAddress nearest = request.getRemoteAddress().getAddress();
        for (String hop : hops(request)) {
            Optional<InetAddress> next = withoutPort(hop);
            if (!proxies.trusts(nearest) || next.isEmpty()) {
                return nearest;
            }
            nearest = next.get();
        }
        return nearest;
    }

    /** Whether the visitor's browser spoke HTTPS. */
    public boolean isHttps(HttpRequest<?> request) {
        return request.isSecure()
                || fromProxy(request, "X-Forwarded-Proto")
                        .filter("https"::equals)
                        .isPresent();
    }

    /** Host and port as the visitor's browser named them, in lower case; empty when none was named. */
    public String host(HttpRequest<?> request) {
        return fromProxy(request, "X-Forwarded-Host")
                .or(() -> Optional.ofNullable(request.getHeaders().get(HttpHeaders.HOST)))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    // Each proxy appends the address it was called from, so the last one is the nearest.
    private static List<String> hops(HttpRequest<?> request) {
        List<String> hops = new ArrayList<>();
        request.getHeaders().getAll("X-Forwarded-For").forEach(line -> hops.addAll(List.of(line.split(","))));
        Collections.reverse(hops);
        return hops.subList(0, Math.min(hops.size(), MOST_HOPS));
    }

    private Optional<String> fromProxy(HttpRequest<?> request, String header) {
        return proxies.trusts(request.getRemoteAddress().getAddress())
                ? request.getHeaders().getAll(header).stream()
                        .flatMap(line -> List.of(line.split(",")).stream())
                        .reduce((first, second) -> second)
                        .map(value -> value.strip().toLowerCase(Locale.ROOT))
                        .filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    // Some proxies add the port: 192.0.2.1:51000, [2001:db8::1]:51000.
    private static Optional<InetAddress> withoutPort(String hop) {
        String text = hop.strip();
        if (text.startsWith("[")) {
            text = text.substring(1, Math.max(1, text.indexOf(']')));
        } else if (text.indexOf(':') == text.lastIndexOf(':') && text.indexOf(':') > 0) {
            text = text.substring(0, text.indexOf(':'));
        }
        return Network.literal(text);
    }
}
