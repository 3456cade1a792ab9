package dev.tailback.localorg.save;

import java.util.Collection;
import java.util.Set;

/** Rows that someone outside this org's own transactions holds, as the control interface may say. */
@FunctionalInterface
public interface BusyRows {
    /** Those of the rows a save is about to lock that it will not get; asked once for each save. */
    Set<String> among(Collection<String> ids);
}
