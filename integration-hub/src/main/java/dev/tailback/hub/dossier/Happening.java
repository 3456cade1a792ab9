package dev.tailback.hub.dossier;

/** What can happen to a golden record, in the order in which things that happen at one moment are told. */
public enum Happening {
    /** A CRM told something of a record. */
    OBSERVED,
    /** A record stands for this golden record from now on. */
    JOINED,
    /** A record does not stand for it any more. */
    LEFT,
    /** A steward is asked about a record. */
    ASKED,
    /** A value was agreed. */
    DECIDED,
    /** A record should hold other values; only the last plan of each record is known. */
    PLANNED,
    /** A write came to an end. */
    WRITTEN,
    /** Another golden record became this one, or this one became another. */
    MERGED,
    UNMERGED,
    /** A person did something about it. */
    ACTED,
    /** A CRM that has no record of it was asked to create one. */
    CREATED
}
