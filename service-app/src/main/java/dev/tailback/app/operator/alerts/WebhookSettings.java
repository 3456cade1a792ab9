package dev.tailback.app.operator.alerts;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The webhook. Whoever may set the environment chooses the address, so private ones are allowed.
 *
 * @param url empty: there is none
 * @param secret with which each message is signed
 */
@ConfigurationProperties("tailback.alerts.webhook")
record WebhookSettings(
        @Bindable(defaultValue = "") String url,
        @Bindable(defaultValue = "") String secret) {}
