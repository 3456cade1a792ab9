package dev.tailback.reconciliation;

import dev.tailback.salesforce.HeldUsage;
import java.util.Optional;

/** A difference that was looked at twice: nothing moved on our side while Salesforce was read. Without an entry it is foreign. */
record Found(Kind kind, Optional<LedgerEntry> entry, Optional<HeldUsage> held) {}
