package dev.tailback.app.finance.statements;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * What signs statements.
 *
 * @param statementKey {@code TAILBACK_STATEMENT_KEY}: the 32 secret bytes of an Ed25519 key in Base64; without it
 *     PostgreSQL keeps one
 */
@ConfigurationProperties("tailback")
record StatementSettings(@Nullable String statementKey) {

    Optional<String> ownKey() {
        return Optional.ofNullable(statementKey).filter(key -> !key.isBlank());
    }

    @Override
    public String toString() {
        return "StatementSettings[statementKey=***]";
    }
}
