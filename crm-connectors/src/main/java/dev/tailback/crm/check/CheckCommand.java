package dev.tailback.crm.check;

import dev.tailback.crm.kit.ContractKit;
import dev.tailback.crm.kit.Finding;
import dev.tailback.crm.kit.MovableClock;
import dev.tailback.crm.kit.Relay;
import dev.tailback.crm.kit.Subject;
import dev.tailback.program.ExitCode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Tries whether a connector keeps the contract on the CRM that it is connected with. It creates and changes records, and
 * does not delete them: try it on a sandbox. Before a CRM on this machine it puts the kit's relay, and so tries all faults.
 */
@Command(
        name = "check",
        description = "Tries whether a connector keeps the contract. It creates records: use a sandbox.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONNECTOR", description = "Which one: ${COMPLETION-CANDIDATES}.")
    private ConnectorKind connector;

    @Mixin
    private PlaygroundOptions playground;

    @Mixin
    private CrmOptions crm;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many records get one time; ${DEFAULT-VALUE} unless told otherwise, 30000 takes long.")
    private int records;

    /** @param environment in which the secrets stand, and where Salesforce is */
    public CheckCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        if (records < 1 || records > 30_000) {
            throw new ParameterException(spec.commandLine(), "--records takes 1 to 30000.");
        }
        try (TriedConnector tried = tried()) {
            List<Finding> findings = new ContractKit(LONGEST, records).run(subject(tried), mark(), this::print);
            boolean isBroken = findings.stream().anyMatch(finding -> finding.outcome() == Finding.Outcome.NOT_HELD);
            return (isBroken ? ExitCode.FAILED : ExitCode.OK).number();
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private TriedConnector tried() {
        MovableClock clock = new MovableClock(Clock.systemUTC());
        return connector.tried(environment, crm, playground.object(), clock);
    }

    private Subject subject(TriedConnector tried) {
        Subject subject = Subject.of(tried.connector(), playground.playground(), tried.waiting());
        Optional<Relay> relay = tried.relay();
        return relay.isPresent() ? subject.with(relay.get()) : subject;
    }

    /** Tells the records of this run from those of others. */
    private static String mark() {
        return Long.toString(Clock.systemUTC().millis() / 1_000, 36) + "-";
    }

    private void print(Finding finding) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(finding.sentence());
        out.flush();
    }
}
