package dev.tailback.hub.drift;

import dev.tailback.crm.Cursor;
import dev.tailback.hub.database.TextList;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fields of an object that are read from the beginning. @param unseenSince nobody saw them since then */
@MappedEntity("field_reading")
record FieldReading(@Id String crm, String object, String fields, String cursor, Instant unseenSince) {

    List<String> names() {
        return TextList.texts(fields).stream().distinct().sorted().toList();
    }

    Optional<Cursor> since() {
        return Optional.of(cursor).filter(text -> !text.isEmpty()).map(Cursor::new);
    }
}
