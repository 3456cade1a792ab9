package dev.tailback.crm.kit;

import java.time.Duration;

/** What a relay does to answers. */
public enum Fault {
    /** HTTP 503, and nothing reaches the CRM. */
    DOWN,
    /** HTTP 429 with Retry-After, and nothing reaches the CRM. */
    TOLD_TO_WAIT,
    /** The CRM does what it is told, and the connection ends without an answer. */
    LOST_ANSWER,
    /** HTTP 200 with the sign-in page of a network. */
    HTML,
    /** The first half of the CRM's answer. */
    CUT,
    /** Each text, number and flag of the CRM's answer is an object. */
    WRONG_TYPES,
    /** Every id of the CRM's answer is a path. */
    FOREIGN_IDS,
    /** The first answer to each path is given again and again. */
    STUCK,
    /** Blanks without end. */
    HUGE,
    /** A letter now and then, without end. */
    DRIP;

    static final Duration WAIT = Duration.ofSeconds(30);
}
