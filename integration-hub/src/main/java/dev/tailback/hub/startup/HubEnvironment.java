package dev.tailback.hub.startup;

import static dev.tailback.program.Variable.TAILBACK_HUB_CRMS;
import static dev.tailback.program.Variable.TAILBACK_HUB_POLL;
import static dev.tailback.program.Variable.TAILBACK_SERVICE_APP_PUBLIC_URL;
import static dev.tailback.program.Variable.TAILBACK_SERVICE_APP_URL;
import static dev.tailback.program.Variable.TAILBACK_TRUSTED_PROXIES;

import dev.tailback.edge.EdgeLimits;
import dev.tailback.hub.crms.CrmsFile;
import dev.tailback.hub.crms.DeclaredCrm;
import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.program.Environment;
import dev.tailback.web.forwarded.TrustedProxies;
import dev.tailback.web.startup.PostgresEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the environment must hold for the hub. */
final class HubEnvironment {

    private static final Duration USUAL_POLL = Duration.ofSeconds(1);

    private HubEnvironment() {}

    /** Complains of every value that is missing or malformed, of those in the file of the CRMs, too. */
    static List<DeclaredCrm> check(Environment environment, Map<String, String> secrets) {
        PostgresEnvironment.check(environment);
        EdgeLimits.read(environment);
        environment.checked(() -> TrustedProxies.of(environment.text(TAILBACK_TRUSTED_PROXIES)));
        environment.duration(TAILBACK_HUB_POLL, USUAL_POLL, Duration.ofMillis(200), Duration.ofHours(1));
        environment
                .required(TAILBACK_SERVICE_APP_URL, "set it to the address of the service app, which owns the accounts")
                .filter(url -> !isAddress(url))
                .ifPresent(url -> environment.complain(
                        "TAILBACK_SERVICE_APP_URL is no web address: write it as http://127.0.0.1:8080"));
        environment
                .given(TAILBACK_SERVICE_APP_PUBLIC_URL)
                .filter(url -> !isAddress(url))
                .ifPresent(url -> environment.complain(
                        "TAILBACK_SERVICE_APP_PUBLIC_URL is no web address: write it as https://ads.example.com"));
        Optional<String> file =
                environment.required(TAILBACK_HUB_CRMS, "set it to the file that names the CRMs (docs/hub.md has one)");
        return file.map(name -> crms(name, environment, secrets)).orElse(List.of());
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static List<DeclaredCrm> crms(String file, Environment environment, Map<String, String> secrets) {
        try {
            return new CrmsFile(Entities.shipped(), secrets).read(Path.of(file));
        } catch (DeclarationInvalid invalid) {
            invalid.reasons().forEach(reason -> environment.complain("TAILBACK_HUB_CRMS: " + reason));
            return List.of();
        }
    }
}
