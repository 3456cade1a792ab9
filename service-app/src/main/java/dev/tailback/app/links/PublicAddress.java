package dev.tailback.app.links;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;

/**
 * Where people reach the service app.
 *
 * @param publicUrl {@code TAILBACK_PUBLIC_URL}, such as {@code https://ads.example.com}; no link to an ad without
 */
@ConfigurationProperties("tailback")
record PublicAddress(@Nullable String publicUrl) {}
