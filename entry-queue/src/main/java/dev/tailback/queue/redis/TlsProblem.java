package dev.tailback.queue.redis;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a connection over TLS was not made.
 *
 * @param redis who is meant, as the sentence begins
 */
record TlsProblem(String redis, Throwable problem) {

    String sentence() {
        if (says("trustanchors parameter must be non-empty")) {
            return "Java finds no certificate in its trust store, and so trusts no Redis: "
                    + "check the file and the password"
                    + " in -Djavax.net.ssl.trustStore and -Djavax.net.ssl.trustStorePassword";
        }
        if (caused(CertPathBuilderException.class) || caused(CertPathValidatorException.class)) {
            return redis + " shows a certificate that Java does not trust (" + reason() + "): put the certificate of"
                    + " its authority into a trust store and name that to the programs, as docs/queue.md"
                    + " says (-Djavax.net.ssl.trustStore)";
        }
        if (caused(CertificateException.class)) {
            return redis + " shows a certificate for another host (" + reason() + "): write the host in REDIS_URI as"
                    + " the certificate names it, or add ?verifyPeer=CA to check the authority only";
        }
        if (says("certificate_required") || says("bad_certificate")) {
            return redis + " wants a certificate of ours, which Tailback does not have: set tls-auth-clients no in"
                    + " Redis and let a user and password do";
        }
        if (says("not an ssl/tls record")) {
            return redis + " does not answer in TLS (" + reason() + "): name its TLS port, or write redis:// instead of"
                    + " rediss:// if it has none";
        }
        return redis + " did not agree on TLS with us (" + reason() + "): compare its TLS settings with Java's";
    }

    private boolean caused(Class<? extends Throwable> kind) {
        return causes().anyMatch(kind::isInstance);
    }

    private boolean says(String words) {
        return causes().map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> message.contains(words));
    }

    // The innermost cause says it; the others repeat it.
    private String reason() {
        Throwable last = causes().reduce(problem, (outer, inner) -> inner);
        return Optional.ofNullable(last.getMessage())
                .orElse(last.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }
}
