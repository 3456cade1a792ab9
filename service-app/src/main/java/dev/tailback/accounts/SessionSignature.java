package dev.tailback.accounts;

import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Signs and checks sessions (JWT, HS256) with our secret. */
@Factory
class SessionSignature {

    private static final String GENERATOR = "generator";

    @Singleton
    @Named(GENERATOR)
    SecretSignatureConfiguration signature(SessionSecret secret) {
        SecretSignatureConfiguration signature = new SecretSignatureConfiguration(GENERATOR);
        signature.setSecret(secret.text());
        return signature;
    }
}
