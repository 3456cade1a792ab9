package dev.tailback.hub.suggesting;

import java.util.List;
import java.util.Optional;

/**
 * @param mapped the field that stands for it already; nothing is suggested then
 * @param fields the likeliest first, three at most; none where no field is right
 */
public record SuggestedAttribute(String attribute, Optional<String> mapped, List<SuggestedField> fields) {

    public SuggestedAttribute {
        fields = List.copyOf(fields);
    }

    /** What to begin with. */
    Optional<String> first() {
        return fields.stream().findFirst().filter(SuggestedField::canBeMapped).map(SuggestedField::field);
    }
}
