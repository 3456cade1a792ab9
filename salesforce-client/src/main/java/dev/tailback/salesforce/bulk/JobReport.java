package dev.tailback.salesforce.bulk;

/**
 * How far a job is, as Salesforce told last.
 *
 * @param processed rows that it has worked off, saved or not
 */
public record JobReport(JobState state, long processed) {}
