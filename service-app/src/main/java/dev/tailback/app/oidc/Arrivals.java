package dev.tailback.app.oidc;

import dev.tailback.app.oidc.NotSignedIn.Why;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads the address that the provider sent a browser back to. State comes first: without it nothing else is looked at. */
@Singleton
public class Arrivals {

    private static final int LONGEST = 4_000;

    private final Departures departures;
    private final OidcSettings settings;

    Arrivals(Departures departures, OidcSettings settings) {
        this.departures = departures;
        this.settings = settings;
    }

    /** @param code for which the provider gives an ID token */
    public record Arrived(Departure departure, String code) {

        @Override
        public String toString() {
            return "Arrived[" + departure + "]";
        }
    }

    /** The browser that left here, with its code; once for each departure. */
    public Arrived of(HttpRequest<?> request) throws NotSignedIn {
        Departure departure = departures
                .back(request, one(request, "state"))
                .orElseThrow(() -> new NotSignedIn(
                        Why.EXPIRED, "its state is of no departure of this browser that is still awaited"));
        String issuer = one(request, "iss");
        if (!issuer.isEmpty() && !settings.provider().map(Provider::issuer).equals(Optional.of(issuer))) {
            throw new NotSignedIn(Why.UNTRUSTED, "the answer is of the issuer " + issuer);
        }
        String error = one(request, "error");
        if (!error.isEmpty()) {
            Why why = error.equals("access_denied") ? Why.DENIED : Why.REFUSED;
            throw new NotSignedIn(why, "it answered " + error + " " + one(request, "error_description"));
        }
        String code = one(request, "code");
        if (code.isEmpty()) {
            throw new NotSignedIn(Why.UNAVAILABLE, "it sent neither a code nor an error");
        }
        return new Arrived(departure, code);
    }

    /** Empty when it is missing, there twice, or larger than any. */
    private static String one(HttpRequest<?> request, String name) {
        List<String> values = request.getParameters().getAll(name);
        return values.size() == 1 && values.get(0).length() <= LONGEST ? values.get(0) : "";
    }
}
