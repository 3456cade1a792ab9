package dev.tailback.localorg;

import dev.tailback.localorg.switches.Switches;
import dev.tailback.localorg.users.Accounts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "Port to listen on (${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(
            names = "--source",
            defaultValue = "salesforce-schema/force-app",
            description = "SFDX source directory to execute (${DEFAULT-VALUE}).")
    private Path source;

    @Option(names = "--seed", description = "Directory with a plan.json to import into an empty org.")
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
            defaultValue = "PT2H",
            description = "How long an unused access token lives, such as PT15M (${DEFAULT-VALUE}).")
    private Duration tokenLife;

    @Option(
            names = "--switch",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "Answers a question about Salesforce that is open; docs/local-org.md lists them.")
    private Map<String, String> switches = Map.of();

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new LocalOrgCommand());
        line.setParameterExceptionHandler((problem, given) -> {
            problem.getCommandLine()
                    .getErr()
                    .println("local-org: " + problem.getMessage() + " (--help lists the options)");
            return CommandLine.ExitCode.USAGE;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        LocalOrgOptions options = options();
        LocalOrg org;
        try {
            org = LocalOrg.start(options);
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("local-org: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            org.close();
            stopped.countDown();
        }));
        spec.commandLine().getOut().println("local-org is ready at " + org.uri() + ", executing " + source);
        spec.commandLine().getOut().flush();
        stopped.await();
        return CommandLine.ExitCode.OK;
    }

    private Map<String, String> answers() {
        Map<String, String> answers = Switches.parsed(System.getenv().getOrDefault("LOCAL_ORG_SWITCHES", ""));
        answers.putAll(switches);
        return answers;
    }

    private LocalOrgOptions options() {
        LocalOrgOptions plain = LocalOrgOptions.of(source);
        return new LocalOrgOptions(
                host,
                port,
                source,
                Optional.ofNullable(seed),
                Optional.ofNullable(data),
                plain.clock(),
                plain.lockWait(),
                tokenLife,
                Accounts.from(System.getenv()),
                activate,
                answers());
    }
}
