package dev.tailback.localorg;

import dev.tailback.localorg.users.Accounts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a local org is started with. Begin with {@link #of(Path)} and change what differs.
 *
 * @param host address to listen on; 127.0.0.1 unless said otherwise
 * @param port TCP port, 0 takes a free one
 * @param source SFDX source directory (or a project directory with {@code sfdx-project.json})
 * @param seed directory with a data plan, imported when the org is empty
 * @param data file that keeps the rows across restarts; without it they live in memory
 * @param clock the org's time
 * @param lockWait how long a save waits for a row another save holds; Salesforce waits 10 seconds
 * @param tokenLife how long an unused access token stays valid; Salesforce's default is 2 hours
 * @param accounts who may log in
 * @param activateSeededContracts activates seeded rows of objects with a status life cycle after the import, because
 *     a plan can only insert, and only drafts can be inserted
 * @param switches answers to open questions about Salesforce, by the words of {@link
 *     dev.tailback.localorg.switches.Switch}; those not named are set to the best guess
 */
public record LocalOrgOptions(
        String host,
        int port,
        Path source,
        Optional<Path> seed,
        Optional<Path> data,
        Clock clock,
        Duration lockWait,
        Duration tokenLife,
        Accounts accounts,
        boolean activateSeededContracts,
        Map<String, String> switches) {

    /** A free port on 127.0.0.1, no seed, rows in memory, Salesforce's own waiting times. */
    public static LocalOrgOptions of(Path source) {
        return new LocalOrgOptions(
                "127.0.0.1",
                0,
                source,
                Optional.empty(),
                Optional.empty(),
                Clock.systemUTC(),
                Duration.ofSeconds(10),
                Duration.ofHours(2),
                Accounts.standard(),
                true,
                Map.of());
    }

    public LocalOrgOptions withSeed(Path plan) {
        return new LocalOrgOptions(
                host,
                port,
                source,
                Optional.of(plan),
                data,
                clock,
                lockWait,
                tokenLife,
                accounts,
                activateSeededContracts,
                switches);
    }

    public LocalOrgOptions withData(Path file) {
        return new LocalOrgOptions(
                host,
                port,
                source,
                seed,
                Optional.of(file),
                clock,
                lockWait,
                tokenLife,
                accounts,
                activateSeededContracts,
                switches);
    }

    public LocalOrgOptions withClock(Clock other) {
        return new LocalOrgOptions(
                host,
                port,
                source,
                seed,
                data,
                other,
                lockWait,
                tokenLife,
                accounts,
                activateSeededContracts,
                switches);
    }

    public LocalOrgOptions withLockWait(Duration other) {
        return new LocalOrgOptions(
                host, port, source, seed, data, clock, other, tokenLife, accounts, activateSeededContracts, switches);
    }

    public LocalOrgOptions withTokenLife(Duration other) {
        return new LocalOrgOptions(
                host, port, source, seed, data, clock, lockWait, other, accounts, activateSeededContracts, switches);
    }

    public LocalOrgOptions withAccounts(Accounts other) {
        return new LocalOrgOptions(
                host, port, source, seed, data, clock, lockWait, tokenLife, other, activateSeededContracts, switches);
    }

    public LocalOrgOptions withSwitches(Map<String, String> other) {
        return new LocalOrgOptions(
                host, port, source, seed, data, clock, lockWait, tokenLife, accounts, activateSeededContracts, other);
    }
}
