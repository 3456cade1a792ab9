package dev.tailback.localorg;

import dev.tailback.localorg.users.Accounts;
import dev.tailback.program.Endpoint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a local org is started with. Begin with {@link #of(Path)} and change what differs.
 *
 * @param listen where to listen; 127.0.0.1 and a free port unless said otherwise
 * @param source SFDX source directory (or a project directory with {@code sfdx-project.json})
 * @param views more SFDX source directories, of which the pages show layouts, list views and reports
 * @param content where the rows come from and where they stay
 * @param times the org's time and its time limits
 * @param accounts who may log in
 * @param switches answers to open questions about Salesforce, by the words of {@link
 *     dev.tailback.localorg.switches.Switch}; those not named are set to the best guess
 */
public record LocalOrgOptions(
        Endpoint listen,
        Path source,
        List<Path> views,
        Content content,
        Times times,
        Accounts accounts,
        Map<String, String> switches) {

    /**
     * Where the rows come from and where they stay.
     *
     * @param seed data plan, or a directory that holds one, imported when the org is empty
     * @param data file that keeps the rows across restarts; without it they live in memory
     * @param activateSeededContracts activates seeded rows of objects with a status life cycle after the import,
     *     because a plan can only insert, and only drafts can be inserted
     */
    public record Content(Optional<Path> seed, Optional<Path> data, boolean activateSeededContracts) {}

    /**
     * The org's time and its time limits.
     *
     * @param clock the org's time
     * @param lockWait how long a save waits for a row another save holds; Salesforce waits 10 seconds
     * @param tokenLife how long an unused access token stays valid; Salesforce's default is 2 hours
     */
    public record Times(Clock clock, Duration lockWait, Duration tokenLife) {
        static final Times STANDARD = new Times(Clock.systemUTC(), Duration.ofSeconds(10), Duration.ofHours(2));
    }

    /** A free port on 127.0.0.1, no seed, rows in memory, Salesforce's own waiting times. */
    public static LocalOrgOptions of(Path source) {
        return new LocalOrgOptions(
                new Endpoint("127.0.0.1", 0),
                source,
                List.of(),
                new Content(Optional.empty(), Optional.empty(), true),
                Times.STANDARD,
                Accounts.standard(),
                Map.of());
    }

    public LocalOrgOptions withViews(List<Path> directories) {
        return new LocalOrgOptions(listen, source, List.copyOf(directories), content, times, accounts, switches);
    }

    public LocalOrgOptions withSeed(Path plan) {
        return with(new Content(Optional.of(plan), content.data(), content.activateSeededContracts()));
    }

    public LocalOrgOptions withData(Path file) {
        return with(new Content(content.seed(), Optional.of(file), content.activateSeededContracts()));
    }

    private LocalOrgOptions with(Content other) {
        return new LocalOrgOptions(listen, source, views, other, times, accounts, switches);
    }

    private LocalOrgOptions with(Times other) {
        return new LocalOrgOptions(listen, source, views, content, other, accounts, switches);
    }

    public LocalOrgOptions withClock(Clock other) {
        return with(new Times(other, times.lockWait(), times.tokenLife()));
    }

    public LocalOrgOptions withLockWait(Duration other) {
        return with(new Times(times.clock(), other, times.tokenLife()));
    }

    public LocalOrgOptions withTokenLife(Duration other) {
        return with(new Times(times.clock(), times.lockWait(), other));
    }

    public LocalOrgOptions withAccounts(Accounts other) {
        return new LocalOrgOptions(listen, source, views, content, times, other, switches);
    }

    public LocalOrgOptions withSwitches(Map<String, String> other) {
        return new LocalOrgOptions(listen, source, views, content, times, accounts, other);
    }
}
