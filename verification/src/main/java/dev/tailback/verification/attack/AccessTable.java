package dev.tailback.verification.attack;

import dev.tailback.verification.attack.Caller.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may do what: the list {@code routes.txt}, which people write and which the tests of the service app compare with
 * its router. Admin may do all. A route that is not in the list lets the attack fail: decide who may use it, and write
 * it down there.
 */
final class AccessTable {
    /** Every caller. */
    static final String ANYBODY = "anybody";

    /** It is given for a password only: a stolen token must not live for ever. */
    private static final String TOKEN = "/api/token";

    private static final String TOKENS = "/api/tokens";

    private static final Set<String> ALL = Set.of("service", "finance", "operator", "viewer");
    private static final String ACCOUNT = "/api/accounts/{name}";

    private final Map<Route, Set<String>> rows = new TreeMap<>();

    AccessTable() {
        list().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
        // Their own only, and the attack asks for the one of the admin.
        rows.put(new Route("GET", ACCOUNT), Set.of());
        rows.put(new Route("PUT", ACCOUNT + "/password"), Set.of());
        rows.remove(new Route("GET", "/health/{selector}"));
        for (String open : Set.of("/health/liveness", "/health/readiness", "/assets/tailback.css")) {
            rows.put(new Route("GET", open), Set.of(ANYBODY));
        }
    }

    private static String list() {
        try (InputStream list = AccessTable.class.getResourceAsStream("routes.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] parts = line.split(": ", 2);
        String[] route = parts[0].split(" ", 2);
        Set<String> roles = switch (parts[1]) {
            case "open" -> Set.of(ANYBODY);
            case "everybody" -> ALL;
            case "admin" -> Set.of();
            default -> Set.of(parts[1].split(", "));
        };
        rows.put(new Route(route[0], route[1]), roles);
    }

    Set<Route> routes() {
        return rows.keySet();
    }

    /** Empty when there is no such route, so that no caller may use it. */
    Optional<Set<String>> of(Route route) {
        Route asked = route.method().equals("HEAD") ? new Route("GET", route.template()) : route;
        return Optional.ofNullable(rows.get(asked));
    }

    boolean isOpen(Route route) {
        return of(route).filter(roles -> roles.contains(ANYBODY)).isPresent();
    }

    /** The API takes no cookie for writes, and a form takes nothing but a session with its token. */
    boolean mayPass(Route route, Caller caller) {
        return isOpen(route) || allows(route, caller) && isEnough(route, caller.proof());
    }

    private boolean allows(Route route, Caller caller) {
        return !caller.isStranger()
                && of(route)
                        .filter(roles -> roles.contains(caller.account())
                                || caller.account().equals("admin"))
                        .isPresent();
    }

    private static boolean isEnough(Route route, Proof proof) {
        boolean givesToken = route.template().equals(TOKEN)
                || (route.template().equals(TOKENS) && route.method().equals("POST"));
        if (givesToken) {
            return proof == Proof.PASSWORD;
        }
        return !route.writes() || route.isOfApi() != (proof == Proof.SESSION);
    }
}
