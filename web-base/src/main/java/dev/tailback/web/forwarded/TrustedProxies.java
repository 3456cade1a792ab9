package dev.tailback.web.forwarded;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** The proxies whose word about a visitor counts: only those that {@code TAILBACK_TRUSTED_PROXIES} names. */
@Singleton
public class TrustedProxies {

    private static final int MOST = 100;

    private final List<Network> networks;

    @Inject
    TrustedProxies(ForwardedSettings settings) {
        this(parse(settings.trustedProxies()));
    }

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /** @throws IllegalArgumentException with a sentence, when a part is neither an address nor a range */
    public static TrustedProxies of(String addresses) {
        return new TrustedProxies(parse(addresses));
    }

    /** Whether a proxy at this address is one of ours. */
    public boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> parse(@Nullable String addresses) {
        List<Network> networks = new ArrayList<>();
        for (String part : addresses == null || addresses.isBlank() ? new String[0] : addresses.split(",", -1)) {
            networks.add(Network.parse(part)
                    .orElseThrow(() -> new IllegalArgumentException("TAILBACK_TRUSTED_PROXIES holds '" + part.strip()
                            + "': write IP addresses or ranges such as 10.0.0.0/8, joined by commas")));
        }
        if (networks.size() > MOST) {
            throw new IllegalArgumentException("TAILBACK_TRUSTED_PROXIES names more than " + MOST
                    + " addresses: write ranges such as 10.0.0.0/8 instead");
        }
        return List.copyOf(networks);
    }
}
