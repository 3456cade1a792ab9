package dev.tailback.app.contracts;

import dev.tailback.salesforce.SalesforceConfiguration;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.util.Objects;

/**
 * The org to read from: {@code SALESFORCE_LOGIN_URL}, {@code SALESFORCE_CLIENT_ID}, {@code SALESFORCE_CLIENT_SECRET}
 * and {@code SALESFORCE_API_VERSION} (default 62.0), through the proxy of {@code SALESFORCE_PROXY_HOST}, {@code _PORT},
 * {@code _USER} and {@code _PASSWORD}, if one is set.
 */
@ConfigurationProperties("salesforce")
record SalesforceSettings(
        @Nullable String loginUrl,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String apiVersion,
        @Nullable String proxyHost,
        @Nullable String proxyPort,
        @Nullable String proxyUser,
        @Nullable String proxyPassword) {

    SalesforceConfiguration configuration() {
        return SalesforceConfiguration.of(given(loginUrl), given(clientId), given(clientSecret), given(apiVersion))
                .withProxy(given(proxyHost), given(proxyPort), given(proxyUser), given(proxyPassword));
    }

    /** What is not given is as good as blank. */
    private static String given(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    @Override
    public String toString() {
        return "SalesforceSettings[loginUrl=" + loginUrl + ", clientSecret=***]";
    }
}
