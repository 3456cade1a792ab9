package dev.tailback.verification.story;

/** Whom the story is about; both are in the seed data of salesforce-schema. */
final class Customers {
    static final String MAGIC_ADS = "Magic Ads Inc";
    static final String NORTHLIGHT = "Northlight Media";
    static final String SMALL = "Small";
    static final String MEDIUM = "Medium";
    static final String GIGANTIC = "Gigantic";

    private Customers() {}
}
