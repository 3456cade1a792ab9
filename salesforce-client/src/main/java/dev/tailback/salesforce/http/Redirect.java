package dev.tailback.salesforce.http;

import dev.tailback.salesforce.text.ForeignText;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that points elsewhere. None is followed: a token or a secret goes only to the address we were given.
 */
public final class Redirect {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final int LONGEST_HOST = 253;

    private Redirect() {}

    /** The sentence for people, if it is one. */
    public static Optional<String> told(OrgAnswer answer, URI asked) {
        return STATUSES.contains(answer.status())
                ? Optional.of(sentence(ConnectionProblem.salesforce(asked), target(answer, asked)))
                : Optional.empty();
    }

    private static String sentence(String whom, Optional<String> target) {
        return target.map(host ->
                        whom + " points to " + host + " instead of answering: if the address of your org has moved"
                                + " there, set SALESFORCE_LOGIN_URL to it; if not, find out who answers.")
                .orElse(whom
                        + " points elsewhere instead of answering, and names no address: check SALESFORCE_LOGIN_URL.");
    }

    private static Optional<String> target(OrgAnswer answer, URI asked) {
        try {
            return answer.headers()
                    .firstValue("Location")
                    .map(asked::resolve)
                    .filter(there -> there.getHost() != null)
                    .map(there -> there.getScheme() + "://" + ForeignText.line(there.getHost(), LONGEST_HOST)
                            + (there.getPort() < 0 ? "" : ":" + there.getPort()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
