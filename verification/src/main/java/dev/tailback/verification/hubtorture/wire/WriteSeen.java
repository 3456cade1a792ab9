package dev.tailback.verification.hubtorture.wire;

import java.time.Instant;

/**
 * One field of one record that a hub wrote, and that the CRM took.
 *
 * @param hub which one
 * @param value as it was sent
 * @param isHeard whether the hub was given the CRM's answer, and soon
 */
public record WriteSeen(
        String hub,
        String crm,
        String record,
        String field,
        String value,
        Instant begun,
        Instant ended,
        boolean isHeard) {}
