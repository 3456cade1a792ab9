package dev.tailback.app.contracts;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** One page of contracts, by customer and number; {@code more} tells whether another page follows. */
@Serdeable
public record ContractListView(List<ContractView> contracts, int page, boolean more, Instant readAt) {}
