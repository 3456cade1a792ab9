package dev.tailback.localcrms.hubspot.schema;

import java.util.Locale;

/** A company's domain: lower case, without scheme, path and a leading {@code www.}. */
public final class Domains {

    private Domains() {}

    public static String of(String address) {
        return address.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst("^www\\.", "");
    }
}
