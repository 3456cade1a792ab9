package dev.tailback.hub.quality;

import com.google.common.net.InternetDomainName;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.validator.routines.EmailValidator;

/** E-mail addresses, in small letters. */
final class Emails {

    private static final Set<String> FREE = new HashSet<>(Words.shipped("mail-services.txt"));

    private Emails() {}

    static Checked clean(String line, String was) {
        String bare = line.replaceFirst("(?i)^mailto:", "").replaceFirst("^.*<([^<>]+)>$", "$1");
        String small = bare.strip().toLowerCase(Locale.ROOT);
        if (!EmailValidator.getInstance(false).isValid(small)) {
            return Checked.refused(
                    was, "email_invalid", "This is no e-mail address: it needs a name, an @ and a domain.");
        }
        return Checked.written(
                small, was, "email_form", "The address was written in small letters and without additions.");
    }

    /** Whether a domain gives mailboxes to everyone, so that it says nothing about a company. */
    static boolean isMailService(String domain) {
        return FREE.contains(domain);
    }

    static String domainOf(String email) {
        String host = email.substring(email.indexOf('@') + 1);
        return InternetDomainName.isValid(host) ? Domains.registrable(host).orElse("") : "";
    }
}
