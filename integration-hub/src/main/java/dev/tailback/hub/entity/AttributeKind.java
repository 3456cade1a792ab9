package dev.tailback.hub.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a value is. It decides how the value is cleaned, compared and shown. A value itself is always text. */
public enum AttributeKind {
    TEXT,
    COMPANY_NAME,
    PERSON_NAME,
    EMAIL,
    /** International form, {@code +4930901820}. */
    PHONE,
    /** Where a website or mailbox is registered, {@code example.co.uk}. */
    DOMAIN,
    /** Two letters of ISO 3166, {@code DE}. */
    COUNTRY,
    POSTAL_CODE,
    /** A decimal point and no grouping, {@code 1250.5}. */
    NUMBER,
    /** A number, with a currency of ISO 4217 before it where one is told: {@code EUR 1250.5}. */
    MONEY,
    /** {@code 2026-11-29}, or a moment in UTC, {@code 2026-11-29T10:15:30Z}. */
    DATE,
    /** {@code true} or {@code false}. */
    FLAG,
    /** One of the values that the attribute declares. */
    CHOICE,
    /** Several values with semicolons between them. */
    LIST,
    /** Another golden record: the attribute says of which entity. */
    REFERENCE;

    /** As files write it: {@code company name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<AttributeKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
