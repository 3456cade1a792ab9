package dev.tailback.verification.attack;

import dev.tailback.verification.attack.Caller.Proof;
import dev.tailback.verification.attack.Parts.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every route, every method, every caller: who must not get in does not, and who may does. */
final class Matrix implements Part {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");
    private static final Set<String> USUAL = Set.of("GET", "POST");
    private static final Set<Integer> REFUSED = Set.of(401, 403, 429);
    /** It leads who was logged in to the login page. */
    private static final String LOGOUT = "/logout";

    /** They come last and need new callers: they end the sessions of those who call. */
    private static final Set<String> ENDING = Set.of(LOGOUT, "/api/sessions", "/account/sessions");

    private static final String FOREIGN = "Origin: https://elsewhere.example";

    private final Scene scene;
    private final AccessTable table = new AccessTable();
    private int calls;

    Matrix(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void strike() {
        requireAllKnown();
        Callers callers = new Callers(scene);
        Filled filled = Filled.by(scene.staff());
        List<Caller> known = callers.known();
        List<Caller> strangers = callers.strangers();
        try (RawConnection connection = new RawConnection(scene.target().address(), OtherAddress.of(66))) {
            strangers.forEach(
                    stranger -> templates().forEach(template -> every(connection, template, stranger, filled)));
        }
        try (RawConnection connection = scene.connect()) {
            for (String template : templates()) {
                boolean ending = ENDING.contains(template);
                known.forEach(caller -> every(connection, template, ending ? callers.again(caller) : caller, filled));
            }
        }
        scene.staff().resume();
        scene.say("matrix: %d routes, %d callers, %d calls"
                .formatted(table.routes().size(), known.size() + strangers.size(), calls));
    }

    private void requireAllKnown() {
        Set<Route> unknown = new TreeSet<>(new RoutesOfProgram(scene.target().serviceAppJar()).read());
        unknown.addAll(OpenApi.read(scene.staff()).routes());
        unknown.removeAll(table.routes());
        unknown.forEach(route -> scene.findings()
                .add(
                        "matrix: a route in no table",
                        route + " is new: decide who may use it, and write it down in AccessTable."));
    }

    private List<String> templates() {
        List<String> all =
                table.routes().stream().map(Route::template).distinct().toList();
        return Stream.concat(
                        all.stream().filter(template -> !ENDING.contains(template)),
                        ENDING.stream().sorted())
                .toList();
    }

    private void every(RawConnection connection, String template, Caller caller, Filled filled) {
        for (String method : methods(template, caller)) {
            Route route = new Route(method, template);
            RawRequest request = caller.signs(filled.request(route, caller.formToken()));
            if (table.of(route).isPresent() && route.writes() && !caller.isStranger() && !table.isOpen(route)) {
                fromElsewhere(connection, route, caller, request);
            }
            call(connection, request).ifPresent(answer -> judge(route, caller, request, answer));
        }
    }

    /** What a known caller may not do, no stranger may; so those try only what there is, and the two usual methods. */
    private List<String> methods(String template, Caller caller) {
        return METHODS.stream()
                .filter(method -> !caller.isStranger()
                        || USUAL.contains(method)
                        || table.of(new Route(method, template)).isPresent())
                .toList();
    }

    /** A page elsewhere that uses what the browser holds. */
    private void fromElsewhere(RawConnection connection, Route route, Caller caller, RawRequest request) {
        RawRequest foreign = request.with(FOREIGN, "Sec-Fetch-Site: cross-site");
        call(connection, foreign).ifPresent(answer -> judgeForeign(route, caller, foreign, answer));
        if (!route.isOfApi()) {
            RawRequest tokenless = request.withBody("title=x".getBytes(StandardCharsets.US_ASCII));
            call(connection, tokenless).ifPresent(answer -> judgeForeign(route, caller, tokenless, answer));
        }
    }

    private void judgeForeign(Route route, Caller caller, RawRequest request, RawAnswer answer) {
        if (!REFUSED.contains(answer.status())
                && (!answer.leadsToLogin() || route.template().equals(LOGOUT))) {
            add("gets in from a page elsewhere", route, caller, request, answer);
        }
    }

    private void judge(Route route, Caller caller, RawRequest request, RawAnswer answer) {
        if (answer.status() >= 500) {
            add("5xx", route, caller, request, answer);
        } else if (table.of(route).isEmpty()) {
            judgeUnoffered(route, caller, request, answer);
        } else if (!table.isOpen(route)) {
            judgeGuarded(route, caller, request, answer);
        }
    }

    private void judgeUnoffered(Route route, Caller caller, RawRequest request, RawAnswer answer) {
        if (answer.status() / 100 == 2) {
            add("a method that is not offered is done", route, caller, request, answer);
        }
    }

    private void judgeGuarded(Route route, Caller caller, RawRequest request, RawAnswer answer) {
        boolean mayPass = table.mayPass(route, caller);
        boolean leavesByItself = mayPass && route.template().equals(LOGOUT);
        boolean refused = REFUSED.contains(answer.status())
                || answer.leadsToLogin() && !leavesByItself
                || answer.status() == 400 && caller.proof() == Proof.UNREADABLE;
        if (mayPass == refused) {
            add(mayPass ? "is kept out" : "gets in", route, caller, request, answer);
        }
    }

    private void add(String kind, Route route, Caller caller, RawRequest request, RawAnswer answer) {
        String sentence = caller.name() + " was answered " + answer.status() + " to " + route + ".";
        scene.findings().add("matrix: " + kind, sentence, request);
    }

    private Optional<RawAnswer> call(RawConnection connection, RawRequest request) {
        calls++;
        try {
            return Optional.of(connection.call(request));
        } catch (IOException none) {
            scene.findings().add("matrix: no answer", request.method() + " " + request.target() + ": " + none, request);
            return Optional.empty();
        }
    }
}
