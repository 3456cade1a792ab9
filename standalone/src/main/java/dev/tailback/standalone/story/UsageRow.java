package dev.tailback.standalone.story;

/** One usage as Salesforce holds it. */
record UsageRow(
        String entryId, String number, String product, int units, int version, boolean cancelled, String modifiedAt) {}
