package dev.tailback.app.operator.retention;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Every kind of data, the ledger first. */
@Serdeable
public record RetentionView(List<KindView> kinds) {}
