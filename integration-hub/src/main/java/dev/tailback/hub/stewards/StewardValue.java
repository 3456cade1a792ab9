package dev.tailback.hub.stewards;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.quality.Checked;
import dev.tailback.hub.quality.RecordQuality;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** What a steward typed, by the same rules of quality as what a CRM holds. */
@Singleton
class StewardValue {

    private static final int LONGEST = 100_000;

    private final Entities entities;

    StewardValue(Entities entities) {
        this.entities = entities;
    }

    /** @return the value as it should be kept */
    Word clean(String entity, String attribute, String value) {
        return entities.entity(entity)
                .flatMap(known -> known.attribute(attribute).map(one -> clean(known, one, value)))
                .orElseGet(Word.Absent::new);
    }

    private static Word clean(Entity entity, Attribute attribute, String value) {
        if (value.isBlank()) {
            return new Word.Kept("");
        }
        if (value.length() > LONGEST) {
            return new Word.Refused("The value has " + value.length() + " letters; " + LONGEST + " are the most.");
        }
        Optional<Checked> checked = Optional.ofNullable(new RecordQuality(entity)
                .check(Map.of(attribute.name(), value))
                .values()
                .get(attribute.name()));
        return checked.map(StewardValue::word).orElseGet(() -> new Word.Kept(value.strip()));
    }

    private static Word word(Checked checked) {
        return checked.fold(
                clean -> new Word.Kept(clean.value()),
                mended -> new Word.Kept(mended.value()),
                warned -> new Word.Kept(warned.value()),
                refused -> new Word.Refused(refused.reason().sentence()));
    }
}
