package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of {@code org mapping} that put another mapping in use. They need the role admin. */
final class OrgMappingOrders {

    private OrgMappingOrders() {}

    /** What every order has. */
    static final class Why {

        @Option(
                names = "--note",
                converter = Typed.Reason.class,
                paramLabel = "TEXT",
                required = true,
                description = "Why; everybody who reads the versions sees it.")
        private String note;

        @Option(
                names = "--leave-reported",
                description = "Usage that was reported may stay where it is, although it is not found there any more.")
        private boolean leaveReported;

        ObjectNode in(ObjectNode body) {
            return body.put("note", note).put("leaveReported", leaveReported);
        }
    }

    /** {@code org mapping put}. */
    @Command(
            name = "put",
            description = "Puts a file in use, as the next version. The connected org is asked first.",
            mixinStandardHelpOptions = true)
    static final class Put implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Mixin
        private MappingFile file;

        @Mixin
        private Why why;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                ObjectNode body = why.in(ServiceApp.body().put("yaml", file.text()));
                connection.show(out, app.put(OrgMapping.PATH, body, inUse(app)), OrgMappingOrders::print);
                return 0;
            });
        }
    }

    /** {@code org mapping roll-back}. */
    @Command(
            name = "roll-back",
            description = "Puts the text of an earlier version in use again, as the next version. The connected org is"
                    + " asked first.",
            mixinStandardHelpOptions = true)
    static final class RollBack implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(
                paramLabel = "N",
                converter = Typed.Number.class,
                description = "The version; 0 is the one that Tailback brings along.")
        private long version;

        @Mixin
        private Why why;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                ObjectNode body = why.in(ServiceApp.body().put("version", version));
                JsonNode answer = app.post(OrgMapping.PATH + "/roll-back", body, inUse(app));
                connection.show(out, answer, OrgMappingOrders::print);
                return 0;
            });
        }
    }

    /** Whatever an admin saves in this instant is not overwritten unseen. */
    private static String inUse(ServiceApp app) {
        return "\"" + app.get(OrgMapping.PATH).path("version").asLong() + "\"";
    }

    private static void print(PrintWriter out, JsonNode mapping) {
        out.println("In use now: " + OrgMapping.described(mapping));
        OrgMapping.printChanges(out, mapping.path("changes"));
    }
}
