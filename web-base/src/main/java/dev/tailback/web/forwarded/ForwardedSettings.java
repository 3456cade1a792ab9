package dev.tailback.web.forwarded;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;

/**
 * The proxies in front.
 *
 * @param trustedProxies {@code TAILBACK_TRUSTED_PROXIES}: addresses and ranges, joined by commas; none unless given
 */
@ConfigurationProperties("tailback")
record ForwardedSettings(@Nullable String trustedProxies) {}
