package dev.tailback.sync.report;

/** Tells this worker process from others in reports, for as long as it runs. */
public record WorkerId(String name) {}
