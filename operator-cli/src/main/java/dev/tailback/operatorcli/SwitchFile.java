package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;

/** What a proof learned of the org, as a file of switches for a local org. */
final class SwitchFile {

    private SwitchFile() {}

    /** With what the org was asked, and why the others could not be told. */
    static String text(JsonNode report) {
        JsonNode proof = report.path("proof");
        StringBuilder text = new StringBuilder("# Makes a local org behave as " + Text.of(proof.path("organizationId"))
                + " did in " + Text.of(proof.path("reference")) + " at " + Text.of(proof.path("madeAt")) + ".\n"
                + "# ./tailback local-org --switches FILE, ./tailback demo --switches FILE\n");
        for (JsonNode question : report.path("questions")) {
            text.append("\n# ").append(Text.of(question.path("evidence"))).append('\n');
            text.append(isTold(question) ? "" : "# ")
                    .append(Text.of(question.path("switch")))
                    .append(isTold(question) ? "=" + Text.of(question.path("value")) : " stays as it is")
                    .append('\n');
        }
        return text.toString();
    }

    /** One line for people. */
    static String summary(JsonNode report) {
        int told = 0;
        for (JsonNode question : report.path("questions")) {
            told += isTold(question) ? 1 : 0;
        }
        return "The org told " + told + " of " + report.path("questions").size()
                + " open questions; --switches FILE makes a local org behave so.";
    }

    private static boolean isTold(JsonNode question) {
        return question.path("value").isTextual();
    }
}
