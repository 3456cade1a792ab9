package dev.tailback.salesforce.session;

import dev.tailback.salesforce.LocalAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the token may be sent: the address we signed in at. An org of Salesforce's may name another host of
 * Salesforce's (an instance such as {@code na139.salesforce.com}), never less protected than the login was; no other
 * address is believed.
 */
final class InstanceAddress {

    private static final List<String> OF_SALESFORCE =
            List.of(".salesforce.com", ".salesforce.mil", ".cloudforce.com", ".sfcrmproducts.cn");
    private static final int LONGEST = 300;

    private InstanceAddress() {}

    /** The address, without anything behind its host and port; empty when the token must not go there. */
    static Optional<URI> of(String named, URI login) {
        return parsed(named)
                .filter(url -> protectedLike(login, url) && sameOwner(host(login), host(url)))
                .map(url -> URI.create(scheme(url) + "://" + url.getRawAuthority()));
    }

    private static Optional<URI> parsed(String named) {
        if (named.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI url = new URI(named);
            boolean bare = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            boolean web = url.getHost() != null && List.of("http", "https").contains(scheme(url));
            return Optional.of(url).filter(address -> bare && web);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean protectedLike(URI login, URI url) {
        return scheme(url).equals("https") || !scheme(login).equals("https");
    }

    private static boolean sameOwner(String login, String named) {
        return named.equals(login)
                || LocalAddress.isLoopback(login) && LocalAddress.isLoopback(named)
                || OF_SALESFORCE.stream().anyMatch(domain -> login.endsWith(domain) && named.endsWith(domain));
    }

    private static String host(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT);
    }

    private static String scheme(URI url) {
        return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    }
}
