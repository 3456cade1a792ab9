package dev.tailback.hub.people;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where people log in and out, at the service app. */
@Singleton
class ServiceAppPages {

    /** What the service app takes; whoever asks for more begins at the start page. */
    private static final int LONGEST = 1_900;

    private final String address;

    /**
     * @param internal where this program reaches it
     * @param forPeople where people do, if that is another address
     */
    ServiceAppPages(
            @Property(name = "tailback.service.app-url") String internal,
            @Nullable @Property(name = "tailback.service.app-public-url") String forPeople) {
        this.address = Optional.ofNullable(forPeople)
                .filter(url -> !url.isBlank())
                .orElse(internal)
                .replaceFirst("/+$", "");
    }

    String address() {
        return address;
    }

    /** Logs in who has not, and leads back to this page of ours. */
    URI backTo(String page) {
        String encoded = URLEncoder.encode(page, StandardCharsets.UTF_8);
        boolean fits = encoded.length() <= LONGEST;
        return URI.create(address + "/hub?to=" + (fits ? encoded : "%2F"));
    }

    URI logOut() {
        return URI.create(address + "/logout");
    }
}
