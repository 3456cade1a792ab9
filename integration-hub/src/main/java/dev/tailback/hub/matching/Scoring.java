package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Adds up what the attributes say. */
record Scoring(Model model) {

    /**
     * An address is one piece of evidence and not four: street, postal code, city and country agree together.
     * Neighbours and families share all of it.
     */
    static final double MOST_FOR_A_PLACE = 16;

    Score score(Prepared one, Prepared other) {
        List<Part> parts = new ArrayList<>();
        double bits = model.priorBits();
        double place = 0;
        List<Attribute> attributes = Compared.in(model.entity());
        List<Agreement> levels = Agreements.of(model.entity(), one, other).levels();
        for (int at = 0; at < attributes.size(); at++) {
            Attribute attribute = attributes.get(at);
            Part part = part(attribute, levels.get(at), one, other);
            parts.add(part);
            if (Compared.isPlace(model.entity(), attribute)) {
                place += part.bits();
            } else {
                bits += part.bits();
            }
        }
        return new Score(bits + Math.min(MOST_FOR_A_PLACE, place), model.priorBits(), parts);
    }

    private Part part(Attribute attribute, Agreement agreement, Prepared one, Prepared other) {
        Odds odds = model.oddsOf(attribute);
        double bits = odds.bits(agreement) + rarity(attribute, agreement, odds, one, other);
        return new Part(attribute.name(), attribute.labels().in(Locale.ENGLISH), agreement, bits);
    }

    private double rarity(Attribute attribute, Agreement agreement, Odds odds, Prepared one, Prepared other) {
        if (agreement != Agreement.SAME && agreement != Agreement.NEAR) {
            return 0;
        }
        double usually = odds.amongOthers().get(Agreement.SAME.ordinal());
        double common = Math.min(rarity(attribute, one, usually), rarity(attribute, other, usually));
        return agreement == Agreement.SAME ? common : Math.min(0, common / 2);
    }

    private double rarity(Attribute attribute, Prepared record, double usually) {
        return record.feature(attribute)
                .map(feature -> model.terms().bits(attribute.name(), feature.text(), usually))
                .orElse(0.0);
    }
}
