package dev.tailback.app.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.tailback.app.accounts.Role;
import dev.tailback.app.accounts.UserName;
import dev.tailback.app.oidc.NotSignedIn.Why;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whom the provider vouches for. Issuer and subject together name the person for ever; the name is what they are called
 * there now.
 *
 * @param name as an account of ours can be called; empty when it cannot
 * @param roles none when the claim gives none
 * @param remark what is wrong with name or roles, for the log; or empty
 */
record Person(String issuer, String subject, Optional<String> name, List<Role> roles, String remark) {

    private static final int LONGEST_SUBJECT = 255;
    private static final int MOST_VALUES = 2_000;

    static Person of(JWTClaimsSet claims, Provider provider) throws NotSignedIn {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf('\0') >= 0) {
            throw new NotSignedIn(Why.UNTRUSTED, "its ID token names no usable subject");
        }
        Optional<String> name = name(claims.getClaim(provider.nameClaim()));
        Optional<Object> given = value(claims.getClaims(), provider.rolesClaim());
        List<Role> roles =
                RoleMapping.read(provider.roles()).of(given.map(Person::values).orElseGet(List::of));
        String remark = (name.isEmpty() ? "the claim " + provider.nameClaim() + " gives no name for an account; " : "")
                + (roles.isEmpty()
                        ? "the claim " + provider.rolesClaim() + " gives no role: "
                                + given.map(Person::kind).orElse("it is not there")
                        : "");
        return new Person(provider.issuer(), subject, name, roles, remark);
    }

    /** {@code tailback} is what histories call the program itself. */
    private static Optional<String> name(@Nullable Object claim) {
        return claim instanceof String text && text.length() <= 200
                ? Optional.of(text.strip().toLowerCase(Locale.ROOT))
                        .filter(UserName::isWellFormed)
                        .filter(name -> !name.equals("tailback"))
                : Optional.empty();
    }

    /** By its whole name, which may contain dots, or by the path of names that the dots divide. */
    private static Optional<Object> value(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return Optional.ofNullable(whole);
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, path.substring(dot + 1))
                : Optional.empty();
    }

    private static List<String> values(Object claim) {
        if (claim instanceof String one) {
            return List.of(one);
        }
        return claim instanceof List<?> many && many.size() <= MOST_VALUES
                ? many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static String kind(Object claim) {
        return claim instanceof String || claim instanceof List<?>
                ? "none of its values is in TAILBACK_OIDC_ROLES"
                : "it is neither a text nor a list of texts";
    }

    @Override
    public String toString() {
        return "Person[" + subject + " of " + issuer + "]";
    }
}
