package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ops accounts}: what admins do with accounts, over the same calls as the pages. */
@Command(
        name = "accounts",
        description = "Looks after accounts; needs the role admin. Every change is recorded with its reason.",
        subcommands = {
            Accounts.ListAll.class,
            AccountOrders.Create.class,
            AccountOrders.Roles.class,
            AccountOrders.Disable.class,
            AccountOrders.Enable.class,
            AccountOrders.Reset.class,
            Accounts.History.class,
            AccountSessions.Sessions.class,
            AccountSessions.EndSessions.class,
            AccountSessions.Tokens.class
        },
        mixinStandardHelpOptions = true)
final class Accounts implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; './tailback ops accounts --help' lists it.");
    }

    /** {@code ops accounts list}. */
    @Command(name = "list", description = "All accounts by name, disabled ones too.", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Option(
                names = "--query",
                converter = Typed.Line.class,
                paramLabel = "TEXT",
                defaultValue = "",
                description = "A part of the name.")
        private String query;

        @Option(
                names = "--page",
                converter = Typed.Page.class,
                paramLabel = "N",
                defaultValue = "0",
                description = "From 0, 50 accounts each.")
        private int page;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                JsonNode answer = app.get(ServiceApp.path("/api/accounts", "query", query, "page", "" + page));
                connection.show(out, answer, Accounts::printList);
                return 0;
            });
        }
    }

    /** {@code ops accounts history}. */
    @Command(
            name = "history",
            description = "What was done to an account, the newest first.",
            mixinStandardHelpOptions = true)
    static final class History implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "NAME", converter = Typed.Line.class, description = "The account.")
        private String name;

        @Option(
                names = "--page",
                converter = Typed.Page.class,
                paramLabel = "N",
                defaultValue = "0",
                description = "From 0, 50 events each.")
        private int page;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                connection.show(
                        out,
                        app.get(ServiceApp.path(of(name) + "/history", "page", "" + page)),
                        Accounts::printHistory);
                return 0;
            });
        }
    }

    /** The address of an account. */
    static String of(String name) {
        return "/api/accounts/" + ServiceApp.encoded(name);
    }

    static void printOne(PrintWriter out, JsonNode account) {
        out.println(Text.of(account.path("name")) + ": " + roles(account.path("roles"))
                + (isOfProvider(account) ? ", from " + from(account) : "")
                + (account.path("disabled").booleanValue() ? ", disabled" : ", may log in"));
    }

    static String roles(JsonNode roles) {
        List<String> words = new ArrayList<>();
        roles.forEach(role -> words.add(Text.of(role)));
        return String.join(",", words);
    }

    private static void printList(PrintWriter out, JsonNode answer) {
        Table table = new Table("NAME", "ROLES", "LAST LOGIN", "FROM", "PASSWORD", "DISABLED");
        answer.path("accounts")
                .forEach(account -> table.row(
                        Text.of(account.path("name")),
                        roles(account.path("roles")),
                        Text.time(account.path("lastSignIn")),
                        from(account),
                        password(account),
                        disabled(account)));
        if (table.isEmpty()) {
            out.println("No account has such a name.");
        } else {
            table.print(out);
        }
        if (answer.path("more").booleanValue()) {
            out.println("There are more: --page " + (answer.path("page").asInt() + 1) + " goes on.");
        }
    }

    /** Where the account comes from: a service app of an earlier version does not say it, and knows only passwords. */
    private static String from(JsonNode account) {
        return isOfProvider(account) ? Text.of(account.path("issuer")) : "here";
    }

    private static boolean isOfProvider(JsonNode account) {
        return account.path("origin").asText().equals("provider");
    }

    private static String password(JsonNode account) {
        if (account.path("demo").booleanValue()) {
            return "published (demo)";
        }
        return account.path("passwordToBeChanged").booleanValue()
                ? "one-time"
                : Text.time(account.path("passwordSetAt"));
    }

    private static String disabled(JsonNode account) {
        return account.path("disabled").booleanValue()
                ? Text.time(account.path("disabledAt")) + " by " + Text.of(account.path("disabledBy"))
                : "no";
    }

    private static void printHistory(PrintWriter out, JsonNode answer) {
        Table table = new Table("AT", "WHO", "WHAT", "DETAIL", "REASON");
        answer.path("events")
                .forEach(event -> table.row(
                        Text.time(event.path("at")),
                        Text.of(event.path("who")),
                        Text.of(event.path("what")),
                        Text.of(event.path("detail")),
                        Text.of(event.path("reason"))));
        if (table.isEmpty()) {
            out.println("Nothing was done to this account yet.");
        } else {
            table.print(out);
        }
    }
}
