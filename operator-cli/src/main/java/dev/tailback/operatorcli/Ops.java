package dev.tailback.operatorcli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./tailback ops}: everything the API lets an operator do. */
@Command(
        name = "tailback ops",
        description = "Looks after a running service app. Every action is recorded with its person and reason.",
        footer = {
            "",
            "Your account comes from TAILBACK_OPS_USER and TAILBACK_OPS_PASSWORD (roles operator and admin), the address",
            "from TAILBACK_OPS_URL. Ends with 0 when all is well, 1 when it was refused or differences remain, 2 when an",
            "argument is wrong or the service app cannot be reached."
        },
        subcommands = {
            ShowSync.class,
            ShowParked.class,
            Retry.class,
            Pause.class,
            Resume.class,
            Reconcile.class,
            ShowUsage.class,
            ShowAd.class,
            Requests.class,
            ShowOperations.class,
            Accounts.class,
            ShowAlerts.class,
            Closing.class,
            Retention.class,
            Verify.class
        },
        mixinStandardHelpOptions = true)
public final class Ops implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; './tailback ops --help' lists it.");
    }
}
