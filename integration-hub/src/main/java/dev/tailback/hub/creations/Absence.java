package dev.tailback.hub.creations;

/**
 * Why a CRM has no record of a customer.
 *
 * @param about what is missing, or what the CRM said; empty where nothing more is to be told
 */
public record Absence(String crm, String object, Why why, String about) {

    /** What can be the reason, and what happens next. */
    public enum Why {
        /** Its mapping creates nothing there. */
        NOT_WANTED,
        /** The mapping creates it, and a field that this takes is out of use. */
        STOPPED,
        /** It is created when the attributes have values. */
        NEEDS,
        /** It is created next. */
        NEXT,
        /** It is being created, or the CRM's answer was lost and its readings will tell. */
        ON_ITS_WAY,
        /** The CRM has not been read to its end yet. */
        FIRST_READING,
        /** What changes in the CRM now is read first. */
        READING,
        /** Records of the CRM are to be met first. */
        MEETING,
        /** A steward is asked whether it is one with another. */
        STEWARD,
        /** The CRM refused it; a person must look. */
        REFUSED,
        /** It was created there once; it is not created again by itself. */
        WAS_CREATED
    }
}
