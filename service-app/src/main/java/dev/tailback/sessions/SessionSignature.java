package dev.tailback.sessions;

import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * Signs and checks sessions and bearer tokens (JWT, HS256) with our secret.
 *
 * <p>The factory method must not return {@link SecretSignatureConfiguration}: that class is an {@code @EachProperty}, the
 * method would inherit it, no bean would be made, and the framework signs nothing and accepts unsigned tokens when there
 * is no signature (micronaut-security PR 2288).
 */
@Factory
class SessionSignature {

    private static final String GENERATOR = "generator";

    @Singleton
    @Named(GENERATOR)
    SignatureGeneratorConfiguration signature(SessionSecret secret) {
        SecretSignatureConfiguration configuration = new SecretSignatureConfiguration(GENERATOR);
        configuration.setSecret(secret.text());
        return new SecretSignature(configuration);
    }
}
