package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import java.time.Instant;
import java.util.List;

/**
 * What two people made of one ad at the same time, for the one who came second.
 *
 * @param clashes what only a person can decide; each field named once
 */
public record Conflict(String changedBy, Instant changedAt, List<Side> clashes) {

    /**
     * Both sides of a field; empty texts stand for nothing.
     *
     * @param label what people call the field: a product's name, or a key of a text
     */
    public record Side(String field, String label, boolean product, String theirs, String mine) {

        /** A booking that was moved is theirs; everything else is for the person to choose. */
        public boolean canBeChosen() {
            return !field.equals(AdContent.CONTRACT);
        }
    }

    static Conflict of(AdView now, List<ThreeWayMerge.Clash> clashes, List<ProductChoice> products) {
        return new Conflict(
                now.changedBy(),
                now.changedAt(),
                clashes.stream().map(clash -> side(clash, products)).toList());
    }

    private static Side side(ThreeWayMerge.Clash clash, List<ProductChoice> products) {
        boolean product = clash.field().startsWith(AdContent.UNITS);
        String id = product ? clash.field().substring(AdContent.UNITS.length()) : "";
        String label = products.stream()
                .filter(choice -> choice.contractProductId().equals(id))
                .map(ProductChoice::name)
                .findFirst()
                .orElse(product ? id : clash.field());
        return new Side(clash.field(), label, product, clash.theirs(), clash.mine());
    }
}
