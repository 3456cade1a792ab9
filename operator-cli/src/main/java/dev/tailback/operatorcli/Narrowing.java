package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/** What many entries have in common; the times are those of an event of an entry. */
final class Narrowing extends Span {

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

    /** The address that asks for these only. */
    String of(String path) {
        return ServiceApp.path(
                path, "code", code, "contractId", contract, "text", text, "since", since(), "until", until());
    }

    /** The order that is about these only. */
    void in(ObjectNode order) {
        order.put("code", code)
                .put("contractId", contract)
                .put("text", text)
                .put("since", since())
                .put("until", until());
    }
}
