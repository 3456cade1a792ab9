package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/** What many entries have in common. The service app reads the times, so both ends may be written as it says. */
final class Narrowing {

    @Option(
            names = "--code",
            converter = Typed.Line.class,
            paramLabel = "CODE",
            defaultValue = "",
            description = "Those with this code of Salesforce or of Tailback.")
    private String code;

    @Option(
            names = "--contract",
            converter = Typed.Id.class,
            paramLabel = "ID",
            defaultValue = "",
            description = "Those of this contract.")
    private String contract;

    @Option(
            names = "--text",
            converter = Typed.Line.class,
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Those with this text in id, ad, title, customer or reason.")
    private String text;

    @Option(
            names = "--since",
            converter = Typed.Moment.class,
            paramLabel = "TIME",
            defaultValue = "",
            description = "Those with an event since then: how long ago (15m, 24h, 7d), or a time"
                    + " (2026-11-28T10:00:00Z).")
    private String since;

    @Option(
            names = "--until",
            converter = Typed.Moment.class,
            paramLabel = "TIME",
            defaultValue = "",
            description = "And before this.")
    private String until;

    /** The address that asks for these only. */
    String of(String path) {
        return ServiceApp.path(
                path, "code", code, "contractId", contract, "text", text, "since", since, "until", until);
    }

    /** The order that is about these only. */
    void in(ObjectNode order) {
        order.put("code", code)
                .put("contractId", contract)
                .put("text", text)
                .put("since", since)
                .put("until", until);
    }
}
