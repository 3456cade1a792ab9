package dev.tailback.localcrms.hubspot;

import dev.tailback.localcrms.hubspot.access.Credentials;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.program.Endpoint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a local HubSpot is started with. Begin with {@link #standard} and change what differs.
 *
 * @param listen where to listen; 127.0.0.1 and a free port unless said otherwise
 * @param content where the records come from and where they stay
 * @param behaviour what differs from one account to another
 * @param credentials who may call
 * @param clock the account's time
 */
public record LocalHubSpotOptions(
        Endpoint listen, Content content, Behaviour behaviour, Credentials credentials, Clock clock) {

    /**
     * @param data file that keeps the account across restarts; without it the account lives in memory
     * @param fixtures properties and records for an account that is empty
     */
    public record Content(Optional<Path> data, Optional<Path> fixtures) {}

    /**
     * @param searchDelay how long a new or changed record takes to be found by a search
     * @param switches answers to open questions, by their words
     */
    public record Behaviour(AllowanceSettings allowances, Duration searchDelay, Map<String, String> switches) {}

    /** A free port, nothing in it, a Professional account's limits, and a search that is two seconds behind. */
    public static LocalHubSpotOptions standard() {
        return new LocalHubSpotOptions(
                new Endpoint("127.0.0.1", 0),
                new Content(Optional.empty(), Optional.empty()),
                new Behaviour(AllowanceSettings.STANDARD, Duration.ofSeconds(2), Map.of()),
                Credentials.STANDARD,
                Clock.systemUTC());
    }

    public LocalHubSpotOptions withListen(Endpoint other) {
        return new LocalHubSpotOptions(other, content, behaviour, credentials, clock);
    }

    public LocalHubSpotOptions withData(Path file) {
        return with(new Content(Optional.of(file), content.fixtures()));
    }

    public LocalHubSpotOptions withFixtures(Path file) {
        return with(new Content(content.data(), Optional.of(file)));
    }

    public LocalHubSpotOptions withAllowances(AllowanceSettings other) {
        return with(new Behaviour(other, behaviour.searchDelay(), behaviour.switches()));
    }

    public LocalHubSpotOptions withSearchDelay(Duration other) {
        return with(new Behaviour(behaviour.allowances(), other, behaviour.switches()));
    }

    public LocalHubSpotOptions withSwitches(Map<String, String> other) {
        return with(new Behaviour(behaviour.allowances(), behaviour.searchDelay(), other));
    }

    public LocalHubSpotOptions withCredentials(Credentials other) {
        return new LocalHubSpotOptions(listen, content, behaviour, other, clock);
    }

    public LocalHubSpotOptions withClock(Clock other) {
        return new LocalHubSpotOptions(listen, content, behaviour, credentials, other);
    }

    private LocalHubSpotOptions with(Content other) {
        return new LocalHubSpotOptions(listen, other, behaviour, credentials, clock);
    }

    private LocalHubSpotOptions with(Behaviour other) {
        return new LocalHubSpotOptions(listen, content, other, credentials, clock);
    }
}
