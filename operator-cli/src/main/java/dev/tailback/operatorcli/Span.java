package dev.tailback.operatorcli;

import picocli.CommandLine.Option;

/** A stretch of time that a command is narrowed to. The service app reads it, so both ends may be written as it says. */
class Span {

    @Option(
            names = "--since",
            converter = Typed.Moment.class,
            paramLabel = "TIME",
            defaultValue = "",
            description = "From then on: how long ago (15m, 24h, 7d), or a time (2026-11-28T10:00:00Z).")
    private String since;

    @Option(
            names = "--until",
            converter = Typed.Moment.class,
            paramLabel = "TIME",
            defaultValue = "",
            description = "And before this.")
    private String until;

    String since() {
        return since;
    }

    String until() {
        return until;
    }
}
