package dev.tailback.verification.attack;

import dev.tailback.verification.attack.Caller.Proof;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may do what, as section 10 of the design says it, and not as the code does. Admin may do all. A route that is not
 * here lets the attack fail: decide who may use it, and write it down here.
 */
final class AccessTable {
    /** Every caller. */
    static final String ANYBODY = "anybody";

    /** It is given for a password only: a stolen token must not live for ever. */
    private static final String TOKEN = "/api/token";

    private static final String TOKENS = "/api/tokens";

    private static final Set<String> OPEN = Set.of(ANYBODY);
    private static final Set<String> ALL = Set.of("service", "finance", "operator", "viewer");
    private static final Set<String> BOOKING = Set.of("service", "operator");
    private static final Set<String> OPERATING = Set.of("operator");
    private static final Set<String> OVERSEEING = Set.of("finance", "operator", "viewer");

    private final Map<Route, Set<String>> rows = new TreeMap<>();

    AccessTable() {
        api();
        pages();
        allow(OPEN, "GET", "/login", "/health", "/health/liveness", "/health/readiness", "/assets/tailback.css");
        allow(OPEN, "POST", "/login", "/login/again", "/login/keep", "/login/kept");
        allow(OPEN, "GET", "/login/again");
        accounts();
        allow(OPERATING, "GET", "/prometheus");
    }

    private void api() {
        allow(ALL, "GET", "/api/contracts", "/api/contracts/{id}");
        allow(ALL, "GET", "/api/ads", "/api/ads/{id}", "/api/usage", "/api/usage/{id}", "/api/sync", "/swagger");
        allow(BOOKING, "POST", "/api/ads", "/api/usage/{id}/retry", "/api/usage/{id}/revert");
        allow(BOOKING, "PUT", "/api/ads/{id}");
        allow(BOOKING, "DELETE", "/api/ads/{id}");
        allow(
                OPERATING,
                "POST",
                "/api/sync/pause",
                "/api/sync/resume",
                "/api/sync/parked/retry",
                "/api/sync/reconcile");
        allow(OVERSEEING, "GET", "/api/sync/reconcile", "/api/sync/reconcile/runs", "/api/sync/reconcile/{id}");
        allow(OVERSEEING, "GET", "/api/sync/parked", "/api/sync/samples", "/api/alerts");
        allow(OVERSEEING, "GET", "/api/operations", "/api/operations/{id}");
        allow(ALL, "GET", "/api/usage/counts");
        allow(ALL, "POST", TOKEN);
        allow(ALL, "GET", "/api/sessions");
        allow(ALL, "DELETE", "/api/sessions", "/api/sessions/{id}");
    }

    private void accounts() {
        Set<String> none = Set.of();
        allow(none, "GET", "/api/accounts", "/api/accounts/{name}/history", "/accounts", "/accounts/{name}");
        allow(none, "POST", "/api/accounts", "/accounts");
        allow(none, "PUT", "/api/accounts/{name}/roles");
        for (String order : new String[] {"disable", "enable", "reset"}) {
            allow(none, "POST", "/api/accounts/{name}/" + order, "/accounts/{name}/" + order);
        }
        allow(none, "POST", "/accounts/{name}/roles", "/accounts/{name}/sessions");
        // Their own only.
        allow(none, "GET", "/api/accounts/{name}");
        allow(none, "PUT", "/api/accounts/{name}/password");
        allow(ALL, "GET", "/account", "/session", "/api/tokens");
        allow(ALL, "POST", "/account/password", "/account/sessions", "/account/sessions/{id}", "/account/tokens");
        allow(ALL, "POST", "/session", TOKENS);
        allow(ALL, "DELETE", "/api/tokens/{id}");
    }

    private void pages() {
        allow(ALL, "GET", "/", "/contracts", "/sync-banner", "/salesforce/{id}");
        allow(ALL, "GET", "/contracts/{id}", "/contracts/{id}/ads", "/contracts/{id}/panel");
        allow(ALL, "GET", "/ads/{id}", "/ads/{id}/entries");
        allow(BOOKING, "POST", "/contracts/{id}/ads", "/ads/{id}", "/ads/{id}/cancel");
        allow(BOOKING, "POST", "/ads/{id}/entries/{entryId}/retry", "/ads/{id}/entries/{entryId}/revert");
        allow(ALL, "POST", "/logout");
        console();
    }

    private void console() {
        allow(OVERSEEING, "GET", "/console", "/console/figures", "/console/graphs");
        allow(OVERSEEING, "GET", "/console/entries", "/console/entries/{id}");
        allow(OVERSEEING, "GET", "/console/operations", "/console/operations/{id}");
        allow(OVERSEEING, "GET", "/console/reconciliations", "/console/reconciliations/{id}");
        allow(OPERATING, "POST", "/console/pause", "/console/resume", "/console/entries/retry");
        allow(OPERATING, "POST", "/console/reconciliations");
    }

    private void allow(Set<String> roles, String method, String... templates) {
        for (String template : templates) {
            rows.put(new Route(method, template), roles);
        }
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
