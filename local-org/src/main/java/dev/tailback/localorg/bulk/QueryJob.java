package dev.tailback.localorg.bulk;

import dev.tailback.localorg.soql.Answer;

/**
 * A query whose result is read as CSV, page by page. This org has found the rows before the job's first answer.
 *
 * @param text the query
 */
public record QueryJob(JobHead head, String text, Answer answer, JobState state) {}
