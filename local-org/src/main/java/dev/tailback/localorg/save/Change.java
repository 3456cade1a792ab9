package dev.tailback.localorg.save;

import dev.tailback.localorg.rows.Row;
import java.util.Optional;

/** A row before and after; there is none before a new row. A deleted row is there, marked. */
record Change(Optional<Row> before, Row after) {}
