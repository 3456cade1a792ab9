package dev.tailback.localorg;

import dev.tailback.localorg.switches.SwitchFile;
import dev.tailback.localorg.switches.Switches;
import dev.tailback.localorg.users.Accounts;
import dev.tailback.program.CannotStart;
import dev.tailback.program.Endpoint;
import dev.tailback.program.Environment;
import dev.tailback.program.ExitCode;
import dev.tailback.program.ListenOptions;
import dev.tailback.program.Program;
import dev.tailback.program.StartFailure;
import dev.tailback.program.Variable;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a local org and stays until it is stopped. */
@Command(
        name = "local-org",
        mixinStandardHelpOptions = true,
        version = "local-org 0.1.0",
        description = "A Salesforce org on your machine.",
        footer = {
            "",
            "Environment: LOCAL_ORG_CLIENT_ID, LOCAL_ORG_CLIENT_SECRET, LOCAL_ORG_PASSWORD, LOCAL_ORG_USER_DOMAIN,",
            "LOCAL_ORG_JWT_KEYS, LOCAL_ORG_REFRESH_TOKEN, LOCAL_ORG_SWITCHES"
        })
public final class LocalOrgCommand implements Callable<Integer> {

    private static final int STANDARD_PORT = 8090;

    @Mixin
    private ListenOptions listen;

    @Option(
            names = "--source",
            defaultValue = "salesforce-schema/force-app",
            description = "SFDX source directory to execute (${DEFAULT-VALUE}).")
    private Path source;

    @Option(
            names = "--views",
            paramLabel = "DIR",
            description = "One more SFDX source directory, of which the pages show layouts, list views and reports.")
    private List<Path> views = List.of();

    @Option(names = "--seed", description = "Data plan to import into an empty org, or the directory that holds it.")
    private Path seed;

    @Option(names = "--data", description = "File that keeps the rows across restarts; without it they live in memory.")
    private Path data;

    @Option(
            names = "--activate-contracts",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Activate seeded contracts after the import (${DEFAULT-VALUE}).")
    private boolean activate;

    @Option(
            names = "--token-life",
            defaultValue = "2h",
            description = "How long an unused access token lives, such as 15m (${DEFAULT-VALUE}).")
    private Duration tokenLife;

    @Option(
            names = "--switches",
            paramLabel = "FILE",
            description = "A file of switches, as 'org prove --switches' writes it; --switch goes before it.")
    private Path switchFile;

    @Option(
            names = "--switch",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "Answers a question about Salesforce that is open; docs/local-org.md lists them.")
    private Map<String, String> switches = Map.of();

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Program.main(new LocalOrgCommand(), arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        Environment environment = Environment.of(System.getenv());
        Endpoint endpoint = listen.endpoint(environment, STANDARD_PORT);
        environment.refuse();
        LocalOrg org = start(options(environment, endpoint), endpoint);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            org.close();
            stopped.countDown();
        }));
        spec.commandLine().getOut().println("local-org is ready at " + org.uri() + ", executing " + source);
        spec.commandLine().getOut().flush();
        stopped.await();
        return ExitCode.OK.number();
    }

    private static LocalOrg start(LocalOrgOptions options, Endpoint endpoint) {
        try {
            return LocalOrg.start(options);
        } catch (IllegalArgumentException broken) {
            if (StartFailure.find(broken, BindException.class).isPresent()) {
                throw StartFailure.of("local-org", endpoint, broken);
            }
            throw CannotStart.misconfigured("local-org: " + broken.getMessage(), broken);
        } catch (RuntimeException failure) {
            throw StartFailure.of("local-org", endpoint, failure);
        }
    }

    private Map<String, String> answers(Environment environment) {
        Map<String, String> answers = new LinkedHashMap<>(switchFile == null ? Map.of() : told(switchFile));
        answers.putAll(Switches.parsed(environment.text(Variable.LOCAL_ORG_SWITCHES)));
        answers.putAll(switches);
        return answers;
    }

    private static Map<String, String> told(Path file) {
        try {
            return SwitchFile.read(file);
        } catch (IllegalArgumentException wrong) {
            throw CannotStart.misconfigured("local-org: " + wrong.getMessage(), wrong);
        }
    }

    private LocalOrgOptions options(Environment environment, Endpoint endpoint) {
        return new LocalOrgOptions(
                        endpoint,
                        source,
                        views,
                        new LocalOrgOptions.Content(Optional.ofNullable(seed), Optional.ofNullable(data), activate),
                        LocalOrgOptions.Times.STANDARD,
                        Accounts.from(environment),
                        answers(environment))
                .withTokenLife(tokenLife);
    }
}
