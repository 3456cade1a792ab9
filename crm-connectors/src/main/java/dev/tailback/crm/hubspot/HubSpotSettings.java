package dev.tailback.crm.hubspot;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a connection reads and writes, and how patient it is.
 *
 * @param address {@code https://api.hubapi.com}
 * @param objects names as in paths: {@code companies}, {@code contacts}, {@code deals}, or {@code 2-123456}
 * @param overlap how long a search may lag behind what was saved
 * @param limit for one call
 */
public record HubSpotSettings(URI address, List<String> objects, Duration overlap, Duration limit) {

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    public HubSpotSettings {
        objects = List.copyOf(objects);
        objects.stream()
                .filter(name -> !NAME.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("'" + name + "' is no name of an object of HubSpot");
                });
    }

    /** Patient as HubSpot needs it: its search lags by moments, on bad days by minutes. */
    public static HubSpotSettings of(URI address, List<String> objects) {
        return new HubSpotSettings(address, objects, Duration.ofMinutes(5), Duration.ofSeconds(30));
    }

    public HubSpotSettings withLimit(Duration other) {
        return new HubSpotSettings(address, objects, overlap, other);
    }
}
