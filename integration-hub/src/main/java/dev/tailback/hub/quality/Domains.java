package dev.tailback.hub.quality;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Where a website is registered: {@code https://www.shop.example.co.uk/de} is {@code example.co.uk}. */
final class Domains {

    private Domains() {}

    static Checked clean(String line, String was) {
        String host = host(line.toLowerCase(Locale.ROOT));
        Optional<String> domain = ascii(host).flatMap(Domains::registrable);
        if (domain.isEmpty()) {
            return Checked.refused(was, "domain_invalid", "This is no website: it needs a registered domain.");
        }
        if (Emails.isMailService(domain.get())) {
            return Checked.refused(was, "domain_of_a_mail_service", "This domain belongs to a mail service.");
        }
        return Checked.written(domain.get(), was, "domain_form", "The registered domain was taken from the address.");
    }

    static Optional<String> registrable(String host) {
        if (!InternetDomainName.isValid(host)) {
            return Optional.empty();
        }
        InternetDomainName name = InternetDomainName.from(host);
        return name.isUnderPublicSuffix() && isKnown(name)
                ? Optional.of(name.topPrivateDomain().toString())
                : Optional.empty();
    }

    /** A last part that no registry has, as local, is no registered domain. */
    private static boolean isKnown(InternetDomainName name) {
        return org.apache.commons.validator.routines.DomainValidator.getInstance()
                .isValidTld(name.parts().get(name.parts().size() - 1));
    }

    private static String host(String address) {
        String bare = address.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#].*$", "");
        return bare.substring(bare.indexOf('@') + 1).replaceFirst(":\\d*$", "").replaceFirst("\\.$", "");
    }

    private static Optional<String> ascii(String host) {
        try {
            return host.isEmpty() ? Optional.empty() : Optional.of(IDN.toASCII(host));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
