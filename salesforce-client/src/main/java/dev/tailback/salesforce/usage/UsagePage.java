package dev.tailback.salesforce.usage;

import java.util.List;
import java.util.Optional;

/**
 * One page of what Salesforce holds, in the order of external ids.
 *
 * @param strays rows whose external id is no id of any entry
 * @param lastKey where the next page begins; empty when this page has no row
 * @param last whether no page follows
 */
public record UsagePage(List<HeldUsage> held, List<StrayUsage> strays, Optional<String> lastKey, boolean last) {}
