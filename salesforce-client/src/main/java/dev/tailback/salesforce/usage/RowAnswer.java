package dev.tailback.salesforce.usage;

import java.util.List;

/** Salesforce's decision about one snapshot. */
public sealed interface RowAnswer {

    /** Saved. {@code created} tells a first save from a later one. */
    record Accepted(String salesforceId, boolean created) implements RowAnswer {}

    /** Not saved, with every reason Salesforce gave; there is at least one. */
    record Refused(List<RowError> errors) implements RowAnswer {}
}
