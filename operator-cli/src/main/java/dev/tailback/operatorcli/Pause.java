package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ops pause}. */
@Command(
        name = "pause",
        description = "Nothing more is sent, or nothing of one contract or cause, until a person resumes, also after"
                + " restarts.",
        mixinStandardHelpOptions = true)
final class Pause implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private PauseOrder order;

    @ArgGroup
    private Hold hold;

    @Option(
            names = "--until",
            converter = Typed.Moment.class,
            paramLabel = "TIME",
            defaultValue = "",
            description = "Only with --contract or --code: it ends automatically then (2h, or a time).")
    private String until;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (hold == null && !until.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--until goes with --contract or --code: a pause of everything has no end.");
        }
        return hold == null
                ? order.give(connection, "/api/sync/pause")
                : connection.run((app, out) -> {
                    ObjectNode body = order.reasonIn(hold.body());
                    if (!until.isEmpty()) {
                        body.put("until", until);
                    }
                    connection.show(out, app.post("/api/sync/holds", body), Hold::print);
                    return 0;
                });
    }
}
