package dev.tailback.localcrms.hubspot.search;

import dev.tailback.localcrms.hubspot.records.CrmRecord;
import java.util.List;
import java.util.Optional;

/**
 * @param total how many records match in all
 * @param next where the next page begins; empty on the last one
 */
public record Found(int total, List<CrmRecord> page, Optional<Integer> next) {}
