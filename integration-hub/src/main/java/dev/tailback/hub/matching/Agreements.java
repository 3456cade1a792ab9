package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Entity;
import java.util.ArrayList;
import java.util.List;

/**
 * The levels of one pair, in the order of the compared attributes. First and last name that changed places count as
 * nearly the same.
 */
record Agreements(List<Agreement> levels) {

    static Agreements of(Entity entity, Prepared one, Prepared other) {
        List<Attribute> attributes = Compared.in(entity);
        List<Agreement> levels = new ArrayList<>();
        attributes.forEach(attribute -> levels.add(one.agreement(attribute, other)));
        List<Attribute> names = attributes.stream()
                .filter(attribute -> attribute.kind() == AttributeKind.PERSON_NAME)
                .toList();
        if (names.size() == 2 && isSwapped(names, one, other)) {
            names.forEach(name -> levels.set(attributes.indexOf(name), Agreement.NEAR));
        }
        return new Agreements(levels);
    }

    private static boolean isSwapped(List<Attribute> names, Prepared one, Prepared other) {
        return one.agreement(names.get(0), other) == Agreement.DIFFERENT
                && one.agreement(names.get(1), other) == Agreement.DIFFERENT
                && crosswise(one, names.get(0), other, names.get(1))
                && crosswise(one, names.get(1), other, names.get(0));
    }

    private static boolean crosswise(Prepared one, Attribute name, Prepared other, Attribute otherName) {
        return one.feature(name)
                .flatMap(mine ->
                        other.feature(otherName).map(theirs -> Likeness.of(AttributeKind.PERSON_NAME, mine, theirs)))
                .filter(agreement -> agreement == Agreement.SAME || agreement == Agreement.NEAR)
                .isPresent();
    }
}
