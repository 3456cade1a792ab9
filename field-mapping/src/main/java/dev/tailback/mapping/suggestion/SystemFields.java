package dev.tailback.mapping.suggestion;

import java.util.Set;

/** Fields that Salesforce keeps for itself in every object: they stand for none of our ideas. */
final class SystemFields {

    private static final Set<String> NAMES = Set.of(
            "Id",
            "OwnerId",
            "IsDeleted",
            "CreatedDate",
            "CreatedById",
            "LastModifiedDate",
            "LastModifiedById",
            "SystemModstamp",
            "LastActivityDate",
            "LastViewedDate",
            "LastReferencedDate",
            "RecordTypeId",
            "CurrencyIsoCode");

    private SystemFields() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }
}
