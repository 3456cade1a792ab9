package dev.tailback.app.operator.reconciliation;

import dev.tailback.salesforce.usage.StrayUsage;
import java.util.List;

/** Who is told what a comparison comes upon, as it comes upon it. */
interface Finding {

    /** So much was read on both sides since it was told last. */
    void compared(long entries, long held);

    void differ(List<FoundDifference> differences);

    void strays(List<StrayUsage> strays);
}
