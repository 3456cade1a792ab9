package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of {@code ops accounts} that change an account. */
final class AccountOrders {
    private AccountOrders() {}

    /** What every order has: whose account, the reason, and the service app that gets it. */
    abstract static class Order implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "NAME", converter = Typed.Line.class, description = "The account.")
        private String name;

        @Option(
                names = "--reason",
                converter = Typed.Reason.class,
                paramLabel = "TEXT",
                required = true,
                description = "It is recorded.")
        private String reason;

        String name() {
            return name;
        }

        String reason() {
            return reason;
        }

        ObjectNode body() {
            return ServiceApp.body().put("reason", reason);
        }

        /** @return the exit code */
        int give(Function<ServiceApp, JsonNode> call, Connection.Shown shown) {
            return connection.run((app, out) -> {
                connection.show(out, call.apply(app), shown);
                return 0;
            });
        }

        /** @return the exit code */
        int post(String what, Connection.Shown shown) {
            return give(app -> app.post(Accounts.of(name) + "/" + what, body()), shown);
        }
    }

    /** The roles of an account. */
    static final class Given {

        @Option(
                names = "--roles",
                split = ",",
                converter = Typed.Line.class,
                paramLabel = "ROLE",
                required = true,
                description = "service, finance, operator, admin or viewer; several with commas.")
        private List<String> roles;

        ObjectNode in(ObjectNode body) {
            roles.forEach(body.withArray("/roles")::add);
            return body;
        }
    }

    /** {@code ops accounts create}. */
    @Command(
            name = "create",
            description = "Creates an account and prints its one-time password.",
            mixinStandardHelpOptions = true)
    static final class Create extends Order {

        @Mixin
        private Given given;

        @Override
        public Integer call() {
            ObjectNode body = given.in(body().put("name", name()));
            return give(app -> app.post("/api/accounts", body), AccountOrders::printPassword);
        }
    }

    /** {@code ops accounts roles}. */
    @Command(name = "roles", description = "Gives an account exactly these roles.", mixinStandardHelpOptions = true)
    static final class Roles extends Order {

        @Mixin
        private Given given;

        @Override
        public Integer call() {
            String roles = Accounts.of(name()) + "/roles";
            return give(app -> app.put(roles, given.in(body())), Accounts::printOne);
        }
    }

    /** {@code ops accounts disable}. */
    @Command(
            name = "disable",
            description = "Nobody can log in with it; its sessions and tokens end. Nothing is deleted.",
            mixinStandardHelpOptions = true)
    static final class Disable extends Order {
        @Override
        public Integer call() {
            return post("disable", Accounts::printOne);
        }
    }

    /** {@code ops accounts enable}. */
    @Command(name = "enable", description = "It can log in again.", mixinStandardHelpOptions = true)
    static final class Enable extends Order {
        @Override
        public Integer call() {
            return post("enable", Accounts::printOne);
        }
    }

    /** {@code ops accounts reset}. */
    @Command(
            name = "reset",
            description = "Prints a one-time password; the sessions and tokens of the account end.",
            mixinStandardHelpOptions = true)
    static final class Reset extends Order {
        @Override
        public Integer call() {
            return post("reset", AccountOrders::printPassword);
        }
    }

    private static void printPassword(PrintWriter out, JsonNode answer) {
        Accounts.printOne(out, answer.path("account"));
        out.println("One-time password: " + Text.of(answer.path("password")));
        out.println("It is shown only now, and must be changed at the first login, within seven days.");
    }
}
