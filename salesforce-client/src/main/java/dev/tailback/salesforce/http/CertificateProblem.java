package dev.tailback.salesforce.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Why TLS was not agreed on with the server at Salesforce's address. */
record CertificateProblem(String whom, Causes causes, Instant now) {

    /** A part of what the JDK says, one way or the other, when it is answered in plain text. */
    static final String NO_TLS_AT_ALL = "recognized ssl message";

    String sentence() {
        if (causes.find(CertificateExpiredException.class).isPresent()) {
            return whom + " shows a certificate that has expired, by the clock of this machine (" + clock()
                    + "): set the clock if it is wrong; if it is right, find out who answers there.";
        }
        if (causes.find(CertificateNotYetValidException.class).isPresent()) {
            return whom + " shows a certificate that is not valid yet, by the clock of this machine (" + clock()
                    + "): set the clock if it is wrong; if it is right, find out who answers there.";
        }
        if (says("trustanchors parameter must be non-empty")) {
            return "Java finds no certificate in its trust store, and so trusts nobody: "
                    + "check the file and the password in"
                    + " -Djavax.net.ssl.trustStore and -Djavax.net.ssl.trustStorePassword.";
        }
        if (causes.find(CertPathBuilderException.class).isPresent()
                || causes.find(CertPathValidatorException.class).isPresent()) {
            return whom + " shows a certificate that Java does not trust: if a proxy of your company opens TLS, put the"
                    + " certificate of its authority into a trust store and name that with -Djavax.net.ssl.trustStore;"
                    + " if not, find out who answers there.";
        }
        if (causes.find(CertificateException.class).isPresent()) {
            return whom + " shows a certificate for another host: write the host in SALESFORCE_LOGIN_URL as your org's"
                    + " My Domain names it; if it is right, find out who answers there.";
        }
        if (says(NO_TLS_AT_ALL)) {
            return whom
                    + " does not answer in TLS: check the port in SALESFORCE_LOGIN_URL, and what stands in between.";
        }
        return whom
                + " did not agree on TLS with us: compare what Java offers with what is allowed there, and see whether"
                + " a proxy or firewall stands in between.";
    }

    private String clock() {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private boolean says(String words) {
        return causes.words().toLowerCase(Locale.ROOT).contains(words);
    }
}
