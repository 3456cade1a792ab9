package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One round of expectation maximisation.
 *
 * @param odds with which the pairs are judged; afterwards those that were found
 * @param matches before, how likely a random pair is the same; afterwards, how many of the pairs are the same
 */
record Expectation(Entity entity, Map<String, Odds> odds, double matches) {

    Expectation over(Map<Agreements, Long> patterns) {
        List<Attribute> attributes = Compared.in(entity);
        Patterns same = new Patterns(attributes.size());
        double found = 0;
        double beginning = Odds.log2(matches / (1 - matches));
        for (Map.Entry<Agreements, Long> entry : patterns.entrySet()) {
            double likely = 1 / (1 + Math.pow(2, -(beginning + bits(attributes, entry.getKey()))));
            same.count(entry.getKey(), likely * entry.getValue());
            found += likely * entry.getValue();
        }
        return new Expectation(entity, maximised(attributes, same), found);
    }

    private double bits(List<Attribute> attributes, Agreements pattern) {
        double bits = 0;
        double place = 0;
        for (int at = 0; at < attributes.size(); at++) {
            Attribute attribute = attributes.get(at);
            double said = oddsOf(attribute).bits(pattern.levels().get(at));
            if (Compared.isPlace(entity, attribute)) {
                place += said;
            } else {
                bits += said;
            }
        }
        return bits + Math.min(Scoring.MOST_FOR_A_PLACE, place);
    }

    private Odds oddsOf(Attribute attribute) {
        return odds.getOrDefault(attribute.name(), Odds.usualFor(attribute.kind()));
    }

    private Map<String, Odds> maximised(List<Attribute> attributes, Patterns same) {
        Map<String, Odds> found = new HashMap<>();
        for (int at = 0; at < attributes.size(); at++) {
            Attribute attribute = attributes.get(at);
            List<Double> usual = Odds.usualFor(attribute.kind()).amongSame();
            found.put(
                    attribute.name(),
                    new Odds(same.parts(at, usual), oddsOf(attribute).amongOthers()));
        }
        return found;
    }
}
