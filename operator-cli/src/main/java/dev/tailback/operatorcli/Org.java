package dev.tailback.operatorcli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./tailback org}: everything the API lets people do about the Salesforce org that is connected. */
@Command(
        name = "tailback org",
        description = "Looks at the Salesforce org that a running service app is connected to.",
        footer = {
            "",
            "Your account comes from TAILBACK_OPS_USER and TAILBACK_OPS_PASSWORD, the address from TAILBACK_OPS_URL.",
            "Ends with 0 when all is well, 1 when something is not or was refused, 2 when an argument is wrong or the",
            "service app cannot be reached."
        },
        subcommands = {Doctor.class, Prove.class, OrgMapping.class, Generate.class, OrgDrift.class},
        mixinStandardHelpOptions = true)
public final class Org implements Runnable {

    /** The first word of the program's arguments, as the script hands it on. */
    static final String WORD = "org";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; './tailback org --help' lists it.");
    }
}
