package dev.tailback.worker.report;

/** Tells this worker process from others in reports, for as long as it runs. */
public record WorkerId(String name) {}
