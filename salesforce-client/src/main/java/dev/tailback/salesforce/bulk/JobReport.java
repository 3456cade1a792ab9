package dev.tailback.salesforce.bulk;

/** How far a job is, as Salesforce told last. */
public record JobReport(JobState state, long processed, long failed) {}
