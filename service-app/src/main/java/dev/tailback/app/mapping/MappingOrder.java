package dev.tailback.app.mapping;

import java.util.Optional;

/**
 * What an admin orders.
 *
 * @param match the version that the admin has seen in use
 * @param leavesReported usage that was reported may stay where it is, although Tailback will not find it there any more
 * @param rolledBackTo the version whose text it is, where it is one
 */
public record MappingOrder(
        String who,
        String note,
        MappingText text,
        MappingMatch match,
        boolean leavesReported,
        Optional<Long> rolledBackTo) {}
