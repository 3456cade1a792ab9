package dev.tailback.hub.suggesting;

/** What a person should know of a field before they choose it. */
public enum Badge {
    /** Its type is made for such values. */
    TYPE_FITS,
    /** It is text, and can hold them. */
    TYPE_HOLDS,
    /** Our user may not write it, so a mapping with it is refused until the right is given. */
    NOT_WRITABLE,
    /** The CRM does not say whether our user may write it: a right that is missing shows when it is used. */
    RIGHT_UNKNOWN
}
