package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What describe lets one conclude of master-detail relationships, which it does not name: a detail has no owner of its
 * own, and its reference to the master is never blank.
 */
final class Masters {

    private Masters() {}

    /**
     * Whether the usage can be a detail of the line. Custom objects can be masters of others; no page of Salesforce's
     * says it of its own lines, such as order products. A usage object that is there keeps what it is.
     */
    static boolean canBeDetail(Optional<OrgObject> usage, Mapping mapping, OrgObject line) {
        boolean isCustom = line.name().toLowerCase(Locale.ROOT).endsWith("__c");
        return isCustom
                && usage.map(there -> isDetailOf(there, mapping.field(Idea.CONTRACT_PRODUCT)))
                        .orElse(true);
    }

    /** Certain only where no other reference of the object could be the master's. */
    static boolean isDetailOf(OrgObject detail, String reference) {
        List<OrgField> candidates = masters(detail);
        return candidates.size() == 1 && candidates.get(0).name().equalsIgnoreCase(reference);
    }

    /** The references that may lead to a master; none for an object with owners. */
    static List<OrgField> masters(OrgObject object) {
        boolean isOwned = object.field("OwnerId").isPresent();
        return object.fields().stream()
                .filter(field -> !isOwned && field.name().endsWith("__c"))
                .filter(field -> field.type().equals("reference") && !field.isNillable())
                .toList();
    }
}
