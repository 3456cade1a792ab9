package dev.tailback.web.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.LogLines;
import dev.tailback.app.testing.OrgUnderTest;
import dev.tailback.app.testing.Wire;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route there is, with hostile values in everything it takes: never a failure, never an echo, never a secret in
 * the log.
 */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest implements TestPropertyProvider {

    private static final String SECRET = "hunter2-of-a-person";
    private static final List<String> FIELDS = List.of(
            "title",
            "contractId",
            "products",
            "reason",
            "why",
            "limit",
            "dryRun",
            "repair",
            "code",
            "name",
            "password",
            "roles",
            "newPassword");

    @Inject
    EmbeddedServer server;

    @Inject
    Router router;

    private final OrgUnderTest org = OrgUnderTest.start();
    private LogLines log;
    private Browser browser;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(org.address());
    }

    @AfterAll
    void end() {
        org.close();
    }

    @BeforeEach
    void listen() {
        browser = Browser.loggedInAs("service", server);
        log = new LogLines();
    }

    @AfterEach
    void the_log_is_clean() {
        log.close();
        assertFalse(log.text().contains(SECRET), log.text());
        log.lines().forEach(line -> assertTrue(line.matches("(?s)\\d{4}-\\d\\d-\\d\\dT.*| {4}\\| .*"), line));
        assertEquals(
                List.of(),
                log.lines().stream().filter(line -> line.contains("Incident")).toList());
    }

    @Test
    void in_every_path() {
        for (UriRouteInfo<?, ?> route : routes()) {
            String path = route.getUriMatchTemplate().toPathString();
            if (path.contains("{")) {
                HostileValues.percentEncoded()
                        .forEach(value -> send(route, path.replaceAll("\\{[^}]+}", literal(value)), "", null));
            }
        }
    }

    @Test
    void in_every_parameter_and_header() {
        for (UriRouteInfo<?, ?> route : routes()) {
            List<String> names = Arrays.stream(route.getTargetMethod().getArguments())
                    .filter(argument -> argument.getType() == String.class || argument.getType() == int.class)
                    .map(argument -> argument.getName())
                    .toList();
            for (String value : HostileValues.percentEncoded()) {
                names.forEach(name -> send(route, path(route), "?" + name + "=" + value, null));
            }
            String header = "\u00ff" + SECRET + "<script>alert(1)</script>";
            check(call(route, path(route))
                    .header("If-Match", header)
                    .header("Idempotency-Key", header)
                    .header("Accept-Language", header)
                    .header("Cookie", "tailback_session=" + SECRET + "; " + header)
                    .header("Accept", header));
        }
    }

    @Test
    void in_every_json_body() {
        String fields = FIELDS.stream().map(name -> "\"" + name + "\":%1$s").collect(Collectors.joining(",", "{", "}"));
        for (UriRouteInfo<?, ?> route : routes()) {
            if (takes(route, JsonBody.class)) {
                HostileValues.documents().forEach(body -> send(route, path(route), "", body));
                for (String value : HostileValues.json()) {
                    send(route, path(route), "", fields.replace("%1$s", value));
                }
            }
        }
    }

    @Test
    void in_every_form() {
        for (UriRouteInfo<?, ?> route : routes()) {
            if (route.doesConsume(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                    && !path(route).startsWith("/api/")) {
                for (String value : HostileValues.percentEncoded()) {
                    String form =
                            "title=%1$s&product=%1$s&units=%1$s&reason=%1$s&token=%1$s&version=%1$s&name=%1$s&next=%1$s";
                    check(call(route, path(route))
                            .form("csrfToken=" + browser.formToken() + "&password=" + SECRET + "&"
                                    + form.replace("%1$s", value)));
                    check(Wire.to(server, "POST", path(route))
                            .form("csrfToken=" + SECRET + "&password=" + SECRET + "&x=" + value));
                }
            }
        }
    }

    @Test
    void in_every_way_to_say_who_calls() {
        for (String scheme : List.of("Basic", "Bearer", "Digest", "")) {
            for (String value : HostileValues.percentEncoded()) {
                check(Wire.to(server, "GET", "/api/sync").header("Authorization", scheme + " " + SECRET + value));
            }
        }
    }

    private void send(UriRouteInfo<?, ?> route, String path, String query, String body) {
        Wire call = call(route, path + query);
        check(body == null ? call : call.json(body));
    }

    /** Pages are for the person at the browser; the API is for a program with the right to everything. */
    private Wire call(UriRouteInfo<?, ?> route, String target) {
        if (target.startsWith("/logout")) {
            browser = Browser.loggedInAs("service", server);
        }
        Wire call = Wire.to(server, route.getHttpMethod().name(), target);
        return target.startsWith("/api/")
                ? call.as("operator")
                : call.header("Cookie", browser.cookies()).header("Accept", "text/html");
    }

    private void check(Wire call) {
        Wire.Answer answer = call.send();
        String told = call + "\n" + answer.text();
        assertTrue(answer.status() >= 200 && answer.status() < 500, told);
        assertFalse(answer.head().toLowerCase().contains(HostileValues.HEADER.toLowerCase()), told);
        assertFalse(answer.text().contains(SECRET), told);
        String type = answer.header("Content-Type").orElse("");
        if (answer.status() >= 400) {
            assertTrue(type.equals("application/problem+json") || type.startsWith("text/html"), told);
        }
        if (type.startsWith("text/html")) {
            HostileValues.MARKUP.forEach(markup -> assertFalse(answer.body().contains(markup), told));
        }
        for (String inside : List.of("Exception", "io.micronaut", "org.postgresql", "dev.tailback")) {
            assertFalse(answer.body().contains(inside), told);
        }
    }

    private List<UriRouteInfo<?, ?>> routes() {
        List<UriRouteInfo<?, ?>> routes = router.uriRoutes()
                .filter(route -> route.getDeclaringType().getName().startsWith("dev.tailback."))
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD) // of each GET, and without a body
                .filter(route -> !path(route).startsWith("/swagger"))
                .collect(Collectors.toList());
        assertTrue(routes.size() > 25, "routes were found: " + routes.size());
        return routes;
    }

    private static boolean takes(UriRouteInfo<?, ?> route, Class<?> type) {
        return Arrays.stream(route.getTargetMethod().getArguments()).anyMatch(argument -> argument.getType() == type);
    }

    /** A path in which every variable is the id of something that is not there. */
    private static String path(UriRouteInfo<?, ?> route) {
        String template = route.getUriMatchTemplate().toPathString();
        String id = template.contains("contracts") ? "800000000000999AAA" : "00000000-0000-4000-8000-000000000000";
        return template.replaceAll("\\{[^}]+}", template.contains("reconcile") ? "7" : id);
    }

    private static String literal(String value) {
        return value.replace("\\", "\\\\").replace("$", "\\$");
    }
}
