package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Comparing;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Identifies;
import java.util.List;
import java.util.Set;

/** What matching looks at. */
final class Compared {

    private static final Set<AttributeKind> NAMES = Set.of(AttributeKind.COMPANY_NAME, AttributeKind.PERSON_NAME);

    private static final Set<AttributeKind> PLACES =
            Set.of(AttributeKind.TEXT, AttributeKind.POSTAL_CODE, AttributeKind.COUNTRY);

    private Compared() {}

    static List<Attribute> in(Entity entity) {
        return entity.attributes().stream()
                .filter(attribute -> attribute.compared() != Comparing.FALSE)
                .toList();
    }

    static boolean isName(Attribute attribute) {
        return NAMES.contains(attribute.kind());
    }

    /** A part of an address, in an entity that has addresses: one tells much of what the others would. */
    static boolean isPlace(Entity entity, Attribute attribute) {
        return PLACES.contains(attribute.kind())
                && attribute.identifies() == Identifies.NO
                && !entity.ofKind(AttributeKind.POSTAL_CODE).isEmpty();
    }
}
