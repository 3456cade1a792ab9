package dev.tailback.localcrms;

import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.program.CannotStart;
import dev.tailback.program.Endpoint;
import dev.tailback.program.Environment;
import dev.tailback.program.ExitCode;
import dev.tailback.program.ListenOptions;
import dev.tailback.program.StartFailure;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a local HubSpot and stays until it is stopped. */
@Command(name = "hubspot", mixinStandardHelpOptions = true, description = "A HubSpot account on your machine.")
final class HubSpotCommand implements Callable<Integer> {
    private static final int STANDARD_PORT = 8091;
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    @Mixin
    private ListenOptions listen;

    @Option(
            names = "--data",
            description = "File that keeps the account across restarts; without it it lives in memory.")
    private Path data;

    @Option(names = "--fixtures", description = "JSON with properties and records for an account that is empty.")
    private Path fixtures;

    @Option(
            names = "--search-delay",
            defaultValue = "2s",
            description = "How long a new or changed record takes to be found by a search (${DEFAULT-VALUE}).")
    private Duration searchDelay;

    @Option(
            names = "--switch",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "Answers a question about HubSpot that is open; docs/local-crms.md lists them.")
    private Map<String, String> switches = Map.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Environment environment = Environment.of(System.getenv());
        Endpoint endpoint = listen.endpoint(environment, STANDARD_PORT);
        environment.refuse();
        LocalHubSpot crm = start(endpoint);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            crm.close();
            stopped.countDown();
        }));
        spec.commandLine()
                .getOut()
                .println("local HubSpot is ready at " + crm.uri() + ", service key " + crm.serviceKey());
        spec.commandLine().getOut().flush();
        stopped.await();
        return ExitCode.OK.number();
    }

    private LocalHubSpot start(Endpoint endpoint) {
        try {
            return LocalHubSpot.start(options(endpoint));
        } catch (IllegalArgumentException broken) {
            if (StartFailure.find(broken, BindException.class).isPresent()) {
                throw StartFailure.of("local-crms", endpoint, broken);
            }
            throw CannotStart.misconfigured("local-crms: " + broken.getMessage(), broken);
        } catch (RuntimeException failure) {
            throw StartFailure.of("local-crms", endpoint, failure);
        }
    }

    private LocalHubSpotOptions options(Endpoint endpoint) {
        if (searchDelay.isNegative() || searchDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("--search-delay is 0s to 1h, not " + searchDelay + ".");
        }
        LocalHubSpotOptions options = LocalHubSpotOptions.standard()
                .withListen(endpoint)
                .withSearchDelay(searchDelay)
                .withSwitches(switches);
        LocalHubSpotOptions kept =
                Optional.ofNullable(data).map(options::withData).orElse(options);
        return Optional.ofNullable(fixtures).map(kept::withFixtures).orElse(kept);
    }
}
