package dev.tailback.app.links;

import dev.tailback.web.input.LocalPath;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where people reach the hub: the one other site to which a login here leads on. It is configured and never taken from a
 * request; a request names the hub's page only, and the hub looks at that itself.
 */
@Singleton
public class HubAddress {

    private static final int LONGEST = 200;
    private static final String ARRIVAL = "/signed-in?to=";

    private final Optional<String> origin;

    @Inject
    HubAddress(@Nullable @Property(name = "tailback.hub-url") String hubUrl) {
        this.origin = Optional.ofNullable(hubUrl).filter(url -> !url.isBlank()).map(HubAddress::checked);
    }

    /** @throws IllegalArgumentException with a sentence, when it is no address of a hub */
    public static HubAddress at(String hubUrl) {
        return new HubAddress(hubUrl);
    }

    /**
     * Where a person who has signed in comes in there; empty without a hub.
     *
     * @param page of the hub; whatever is no plain path is its start page
     */
    public Optional<URI> arrival(String page) {
        return origin.map(
                hub -> URI.create(hub + ARRIVAL + URLEncoder.encode(LocalPath.of(page), StandardCharsets.UTF_8)));
    }

    private static String checked(String url) {
        if (url.length() > LONGEST || !isOrigin(url)) {
            throw new IllegalArgumentException("TAILBACK_HUB_URL is no address of the hub: write it as https://host or"
                    + " https://host:8085, with at most " + LONGEST + " characters");
        }
        return url.replaceFirst("/$", "");
    }

    private static boolean isOrigin(String url) {
        try {
            URI address = new URI(url);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && List.of("", "/").contains(address.getRawPath())
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
