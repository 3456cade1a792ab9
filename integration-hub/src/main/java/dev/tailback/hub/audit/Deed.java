package dev.tailback.hub.audit;

/** What a person can do in the hub. */
public enum Deed {
    RULES_SWITCHED,
    MAPPING_SWITCHED,
    /** Two records are the same thing; their golden records became one. */
    JUDGED_SAME,
    JUDGED_NOT_SAME,
    MERGE_UNDONE,
    VALUE_LOCKED,
    VALUE_UNLOCKED,
    /** A record that is gone in one CRM stays gone there. */
    GONE_LEFT,
    /** A field of another type goes on as it is now. */
    FIELD_ACCEPTED,
    /** A CRM's schema is looked at again, since somebody mended it. */
    SCHEMA_ASKED,
    /** A person's values were erased. */
    ERASED,
    /** An erased record may be kept again. */
    READMITTED,
    /** Everything that is kept about a golden record was taken as a file. */
    EXPORTED,
    PAUSED,
    RESUMED,
    /** What a CRM refused is tried again. */
    RETRIED
}
