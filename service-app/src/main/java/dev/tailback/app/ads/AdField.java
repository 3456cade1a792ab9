package dev.tailback.app.ads;

/** A field of an ad that staff may change; units are the business of its entries. */
public enum AdField {
    TITLE,
    /** The id of its contract. */
    CONTRACT,
    SERVICE_DATE,
    CUSTOMER_REFERENCE,
    NOTE
}
