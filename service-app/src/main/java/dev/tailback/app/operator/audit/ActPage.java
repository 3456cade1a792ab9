package dev.tailback.app.operator.audit;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of acts, the newest first. */
@Serdeable
public record ActPage(List<OperatorAct> acts, int page, boolean more) {}
