package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of entries, newest first; {@code more} tells whether another page follows. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EntryPage(List<EntryView> entries, int page, boolean more) {}
