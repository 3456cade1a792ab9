package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of {@code ops accounts} about what is open for an account. */
final class AccountSessions {
    private AccountSessions() {}

    /** A list of what lives. */
    abstract static class Listing implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "NAME", converter = Typed.Line.class, description = "The account.")
        private String name;

        private final String kind;

        Listing(String kind) {
            this.kind = kind;
        }

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                JsonNode answer = app.get(ServiceApp.path("/api/" + kind, "account", name));
                connection.show(out, answer, (to, open) -> print(to, open.path(kind)));
                return 0;
            });
        }
    }

    /** {@code ops accounts sessions}. */
    @Command(
            name = "sessions",
            description = "The sessions and tokens of an account that live.",
            mixinStandardHelpOptions = true)
    static final class Sessions extends Listing {
        Sessions() {
            super("sessions");
        }
    }

    /** {@code ops accounts tokens}. */
    @Command(name = "tokens", description = "The API tokens of an account that live.", mixinStandardHelpOptions = true)
    static final class Tokens extends Listing {
        Tokens() {
            super("tokens");
        }
    }

    /** {@code ops accounts end-sessions}. */
    @Command(
            name = "end-sessions",
            description = "Ends all sessions and tokens of an account, or one of them.",
            mixinStandardHelpOptions = true)
    static final class EndSessions extends AccountOrders.Order {

        @Option(
                names = "--id",
                converter = Typed.Line.class,
                paramLabel = "ID",
                defaultValue = "",
                description = "Only this one, as 'sessions' names it.")
        private String id;

        @Override
        public Integer call() {
            String path = "/api/sessions" + (id.isEmpty() ? "" : "/" + ServiceApp.encoded(id));
            String one = ServiceApp.path(path, "account", name(), "reason", reason());
            return give(
                    app -> app.delete(one),
                    (out, ended) -> out.println("Ended: " + (id.isEmpty() ? Text.of(ended.path("ended")) : "1")));
        }
    }

    private static void print(PrintWriter out, JsonNode sessions) {
        Table table = new Table("KIND", "NAME", "ROLES", "FROM", "SINCE", "UNTIL", "ID");
        sessions.forEach(session -> table.row(
                Text.of(session.path("kind")),
                Text.of(session.path("name")),
                Accounts.roles(session.path("roles")),
                Text.of(session.path("address")),
                Text.time(session.path("createdAt")),
                Text.time(session.path("expiresAt")),
                Text.of(session.path("id"))));
        if (table.isEmpty()) {
            out.println("Nothing is open for this account.");
        } else {
            table.print(out);
        }
    }
}
