package dev.tailback.salesforce.http;

import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.text.ForeignText;
import dev.tailback.salesforce.text.Sentences;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Turns what the JDK says about a broken call into a sentence that names the cause, where it is known, and the mend.
 */
public final class ConnectionProblem {

    private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

    private final SalesforceConfiguration configuration;
    private final Clock clock;

    public ConnectionProblem(SalesforceConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    /** @param limit how long the call could have taken */
    CallBroken of(Throwable failure, URI address, Duration limit) {
        Causes causes = new Causes(failure);
        if (causes.find(AnswerTooLarge.class).isPresent()) {
            return tooLarge(causes.find(AnswerTooLarge.class).get(), address);
        }
        if (noTls(causes)) {
            return tls(causes, address);
        }
        Optional<String> notConnected = notConnected(causes, address);
        if (notConnected.isPresent()) {
            return CallBroken.notSent(CallBroken.UNREACHABLE, notConnected.get(), failure);
        }
        Matcher tunnel = TUNNEL.matcher(causes.words());
        if (tunnel.find()) {
            return CallBroken.notSent(
                    CallFailure.PROXY_REFUSED, ProxyRefusal.sentence(tunnel.group(1), address), failure);
        }
        return CallBroken.sent(CallBroken.NO_ANSWER, noAnswer(causes, address, limit), failure);
    }

    /** TLS was never agreed on; a connection that breaks later may throw an SSLException too. */
    private static boolean noTls(Causes causes) {
        return causes.find(SSLHandshakeException.class).isPresent()
                || causes.find(GeneralSecurityException.class).isPresent()
                || causes.find(SSLException.class).isPresent()
                        && causes.words().toLowerCase(Locale.ROOT).contains(CertificateProblem.NO_TLS_AT_ALL);
    }

    private Optional<String> notConnected(Causes causes, URI address) {
        String place = place(address);
        if (causes.find(UnresolvedAddressException.class).isPresent()
                || causes.find(UnknownHostException.class).isPresent()) {
            return Optional.of("The name of " + place + " is not known here: check " + setting()
                    + ", and this machine's name server (DNS).");
        }
        if (causes.find(HttpConnectTimeoutException.class).isPresent()) {
            return Optional.of(Sentences.capital(place) + " did not take the connection within "
                    + configuration.connectTimeout().toMillis() + " ms: check " + setting()
                    + ", and what the network and its firewall let through.");
        }
        if (causes.find(ConnectException.class).isPresent()
                || causes.find(NoRouteToHostException.class).isPresent()) {
            return Optional.of(Sentences.capital(place) + " refuses the connection, or no way leads there: check "
                    + setting() + ", and what the network and its firewall let through.");
        }
        return Optional.empty();
    }

    private static String noAnswer(Causes causes, URI address, Duration limit) {
        if (causes.find(HttpTimeoutException.class).isPresent()) {
            return "No whole answer came from " + salesforce(address) + " within " + limit.toMillis() + " ms.";
        }
        return causes.find(InterruptedException.class).isPresent()
                ? "Tailback was stopped while it waited for " + salesforce(address) + "."
                : "The connection to " + salesforce(address) + " broke off before the whole answer was there.";
    }

    private CallBroken tls(Causes causes, URI address) {
        return CallBroken.notSent(
                CallBroken.TLS_FAILED,
                new CertificateProblem(salesforce(address), causes, clock.instant()).sentence(),
                causes.outermost());
    }

    private static CallBroken tooLarge(AnswerTooLarge answer, URI address) {
        return CallBroken.sent(
                CallBroken.UNUSABLE_ANSWER,
                "The answer from " + salesforce(address) + " is longer than " + answer.mostBytes()
                        + " bytes, which none of Salesforce's to this question is: it was cut "
                        + "off. See who answers there.",
                answer);
    }

    /** With a proxy, we only ever connect to the proxy. */
    private String place(URI address) {
        return configuration
                .proxy()
                .map(proxy -> "the proxy " + proxy.host() + ":" + proxy.port())
                .orElseGet(() -> salesforce(address));
    }

    private String setting() {
        return configuration.proxy().isPresent()
                ? "SALESFORCE_PROXY_HOST and SALESFORCE_PROXY_PORT"
                : "SALESFORCE_LOGIN_URL";
    }

    public static String salesforce(URI address) {
        return "Salesforce at " + ForeignText.line(String.valueOf(address.getAuthority()), 260);
    }
}
