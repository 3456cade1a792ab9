package dev.tailback.localorg.save;

/** Rows that someone outside this org's own transactions holds, as the control interface may say. */
@FunctionalInterface
public interface BusyRows {
    boolean isBusy(String id);
}
