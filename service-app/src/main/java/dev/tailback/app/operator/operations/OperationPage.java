package dev.tailback.app.operator.operations;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of acts, the newest first. */
@Serdeable
public record OperationPage(List<Operation> acts, int page, boolean more) {}
