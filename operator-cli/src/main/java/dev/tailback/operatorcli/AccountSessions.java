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

    /** {@code ops accounts sessions}. */
    @Command(
            name = "sessions",
            description = "The sessions and tokens of an account that live.",
            mixinStandardHelpOptions = true)
    static final class Sessions implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "NAME", converter = Typed.Line.class, description = "The account.")
        private String name;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                JsonNode answer = app.get(ServiceApp.path("/api/sessions", "account", name));
                connection.show(out, answer, (to, sessions) -> print(to, sessions.path("sessions")));
                return 0;
            });
        }
    }

    /** {@code ops accounts tokens}. */
    @Command(name = "tokens", description = "The API tokens of an account that live.", mixinStandardHelpOptions = true)
    static final class Tokens implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "NAME", converter = Typed.Line.class, description = "The account.")
        private String name;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                JsonNode answer = app.get(ServiceApp.path("/api/tokens", "account", name));
                connection.show(out, answer, (to, tokens) -> print(to, tokens.path("tokens")));
                return 0;
            });
        }
    }

    /** {@code ops accounts end-sessions}. */
    @Command(
            name = "end-sessions",
            description = "Ends all sessions and tokens of an account, or one of them.",
            mixinStandardHelpOptions = true)
    static final class EndSessions implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Mixin
        private AccountOrders.Order order;

        @Option(
                names = "--id",
                converter = Typed.Line.class,
                paramLabel = "ID",
                defaultValue = "",
                description = "Only this one, as 'sessions' names it.")
        private String id;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                String path = "/api/sessions" + (id.isEmpty() ? "" : "/" + ServiceApp.encoded(id));
                String reason = order.body().path("reason").asText();
                JsonNode answer = app.delete(ServiceApp.path(path, "account", order.name(), "reason", reason));
                connection.show(
                        out,
                        answer,
                        (to, ended) -> to.println("Ended: " + (id.isEmpty() ? Text.of(ended.path("ended")) : "1")));
                return 0;
            });
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
