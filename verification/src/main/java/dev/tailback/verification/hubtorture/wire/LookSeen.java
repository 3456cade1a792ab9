package dev.tailback.verification.hubtorture.wire;

import java.time.Instant;

/** A hub asked for one record by its id. */
public record LookSeen(String hub, String crm, String record, Instant begun, Instant ended) {}
