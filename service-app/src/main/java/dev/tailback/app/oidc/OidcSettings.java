package dev.tailback.app.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code TAILBACK_OIDC_ISSUER} and its neighbours as the environment gives them. An empty value counts as not given, and
 * without an issuer there is no provider.
 *
 * @param roles which value gives which role, such as {@code service=ads-staff;admin=ads-admins}; each role by its own
 *     word unless given
 */
@ConfigurationProperties("tailback.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String scopes,
        @Nullable String rolesClaim,
        @Nullable String roles,
        @Nullable String nameClaim,
        @Nullable String label,
        @Nullable Duration answerWithin) {

    public boolean isOn() {
        return given(issuer).isPresent();
    }

    /** Empty: people log in with passwords alone. */
    Optional<Provider> provider() {
        return given(issuer).map(this::at);
    }

    private Provider at(String address) {
        return new Provider(
                address,
                given(clientId).orElse(""),
                given(clientSecret),
                given(scopes).orElse("openid profile email"),
                given(rolesClaim).orElse("roles"),
                given(roles).orElse(""),
                given(nameClaim).orElse("preferred_username"),
                given(label).orElseGet(() -> Provider.host(address)),
                Optional.ofNullable(answerWithin).orElse(Duration.ofSeconds(5)));
    }

    /** What is wrong with the values, a sentence each. @param publicUrl where the provider sends people back to */
    public List<String> objections(String publicUrl) {
        return provider().map(provider -> provider.objections(publicUrl)).orElseGet(this::withoutIssuer);
    }

    private List<String> withoutIssuer() {
        return given(clientId)
                .map(alone -> "TAILBACK_OIDC_CLIENT_ID is set without TAILBACK_OIDC_ISSUER: set both or none")
                .stream()
                .toList();
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(some -> !some.isEmpty());
    }

    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
