package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which service app, who calls, and how the answer is shown. Every command of an operator has these options. */
final class Connection {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:TAILBACK_OPS_URL:-http://127.0.0.1:8080}",
            description = "The service app (${DEFAULT-VALUE}).")
    private URI url;

    @Option(
            names = "--user",
            converter = Typed.Credential.class,
            paramLabel = "NAME",
            defaultValue = "${env:TAILBACK_OPS_USER}",
            description = "Your account.")
    private String user;

    @Option(
            names = "--password",
            converter = Typed.Credential.class,
            paramLabel = "PASSWORD",
            defaultValue = "${env:TAILBACK_OPS_PASSWORD}",
            description = "Its password; the environment does not show it to others on this machine.")
    private String password;

    @Option(names = "--json", description = "Print the service app's answer as it is.")
    private boolean json;

    /** One call, or several, and what is printed for people. */
    interface OperatorCall {

        /** @return the exit code */
        int on(ServiceApp app, PrintWriter out);
    }

    /** What to print for people. */
    interface Shown {

        void on(PrintWriter out, JsonNode answer);
    }

    /** Does it, and turns whatever went wrong into one sentence and an exit code. */
    int run(OperatorCall call) {
        PrintWriter out = command.commandLine().getOut();
        try {
            return call.on(ServiceApp.at(url, user, password), out);
        } catch (Refusal refusal) {
            command.commandLine().getErr().println("tailback: " + Text.plain(String.valueOf(refusal.getMessage())));
            return refusal.exitCode();
        } finally {
            out.flush();
        }
    }

    /** Prints a document letter by letter, or for people. */
    void showText(PrintWriter out, String document, Runnable forPeople) {
        if (json) {
            out.print(document);
        } else {
            forPeople.run();
        }
    }

    /** Prints the answer as it is, or for people. */
    void show(PrintWriter out, JsonNode answer, Shown forPeople) {
        if (json) {
            out.println(Text.json(answer));
        } else {
            forPeople.on(out, answer);
        }
    }
}
