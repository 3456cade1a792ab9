package dev.tailback.app.links;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;

/** The address of an ad's page, for people who look at its usage in Salesforce. Without a public address, none. */
@Singleton
public class AdLinks {

    private static final int LONGEST = 200;

    private final Optional<String> publicUrl;

    @Inject
    AdLinks(PublicAddress address) {
        this(address.publicUrl());
    }

    private AdLinks(@Nullable String publicUrl) {
        this.publicUrl =
                Optional.ofNullable(publicUrl).filter(url -> !url.isBlank()).map(AdLinks::checked);
    }

    /** @throws IllegalArgumentException with a sentence, when it is no address of a service app */
    public static AdLinks at(String publicUrl) {
        return new AdLinks(publicUrl);
    }

    public Optional<String> of(UUID adId) {
        return to("/ads/" + adId);
    }

    /** The address of a page, by its path. */
    public Optional<String> to(String path) {
        return publicUrl.map(url -> url + path);
    }

    private static String checked(String url) {
        if (url.length() > LONGEST || !isAddress(url)) {
            throw new IllegalArgumentException("TAILBACK_PUBLIC_URL is no address of the service app: write it as"
                    + " https://host or https://host/path, with at most " + LONGEST + " characters");
        }
        return url.replaceFirst("/+$", "");
    }

    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
