package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ops requests}: what staff ask of finance about locked usage, and finance's answers. */
@Command(
        name = "requests",
        description =
                "Correction requests about locked usage: list, accept or refuse (accounts with the role finance).",
        subcommands = {Requests.ListThem.class, Requests.Accept.class, Requests.Refuse.class},
        mixinStandardHelpOptions = true)
final class Requests implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, accept or refuse.");
    }

    /** {@code ops requests list}. */
    @Command(name = "list", description = "The requests, the newest first.", mixinStandardHelpOptions = true)
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Option(
                names = "--state",
                converter = Typed.Line.class,
                paramLabel = "WORD",
                defaultValue = "",
                description = "Open, Accepted, Corrected, Refused or 'Taken back'.")
        private String state;

        @Option(
                names = "--page",
                converter = Typed.Page.class,
                paramLabel = "N",
                defaultValue = "0",
                description = "From 0, 50 requests each.")
        private int page;

        @Override
        public Integer call() {
            String path = ServiceApp.path("/api/correction-requests", "state", state, "page", "" + page);
            return connection.run((app, out) -> {
                connection.show(out, app.get(path), ListThem::print);
                return 0;
            });
        }

        private static void print(PrintWriter out, JsonNode answer) {
            Table table = new Table("REQUEST", "STATE", "AD", "CONTRACT", "PRODUCT", "NOW", "ASKED", "BY", "REASON");
            answer.path("requests")
                    .forEach(request -> table.row(
                            Text.of(request.path("id")),
                            Text.of(request.path("state")),
                            Text.of(request.path("adReference")),
                            Text.of(request.path("contractNumber")),
                            Text.of(request.path("product")),
                            Text.of(request.path("entryUnits")),
                            Text.of(request.path("units")),
                            Text.of(request.path("askedBy")),
                            Text.of(request.path("reason"))));
            if (table.isEmpty()) {
                out.println("No request.");
            } else {
                table.print(out);
            }
            if (answer.path("more").booleanValue()) {
                out.println("More follow: --page " + (answer.path("page").asInt() + 1));
            }
        }
    }

    /** {@code ops requests accept}. */
    @Command(
            name = "accept",
            description = "The correction is made as soon as the contract is open in Salesforce.",
            mixinStandardHelpOptions = true)
    static final class Accept implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(converter = Typed.Line.class, paramLabel = "ID", description = "The request.")
        private String id;

        @Option(
                names = "--reason",
                converter = Typed.Reason.class,
                paramLabel = "TEXT",
                defaultValue = "",
                description = "Staff read it, and it is recorded.")
        private String reason;

        @Override
        public Integer call() {
            return answer(connection, id, "accept", reason);
        }
    }

    /** {@code ops requests refuse}. */
    @Command(name = "refuse", description = "Nothing changes; staff read the reason.", mixinStandardHelpOptions = true)
    static final class Refuse implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(converter = Typed.Line.class, paramLabel = "ID", description = "The request.")
        private String id;

        @Option(
                names = "--reason",
                converter = Typed.Reason.class,
                paramLabel = "TEXT",
                required = true,
                description = "Staff read it, and it is recorded.")
        private String reason;

        @Override
        public Integer call() {
            return answer(connection, id, "refuse", reason);
        }
    }

    private static int answer(Connection connection, String id, String answer, String reason) {
        String path = "/api/correction-requests/" + ServiceApp.encoded(id) + "/" + answer;
        return connection.run((app, out) -> {
            JsonNode request = app.post(
                    path,
                    reason.isEmpty() ? ServiceApp.body() : ServiceApp.body().put("reason", reason));
            connection.show(out, request, Requests::printOne);
            return 0;
        });
    }

    private static void printOne(PrintWriter out, JsonNode request) {
        out.println(Text.of(request.path("state")) + ": " + Text.of(request.path("adReference")) + ", "
                + Text.of(request.path("product")) + " " + Text.of(request.path("units")) + ", on contract "
                + Text.of(request.path("contractNumber")));
        out.println("  " + Text.of(request.path("whatNow")));
    }
}
