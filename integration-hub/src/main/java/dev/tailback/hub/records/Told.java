package dev.tailback.hub.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a CRM told of a record last.
 *
 * @param mergedInto empty unless it is merged
 * @param wasBack whether it was there again before it went now
 */
public record Told(
        KnownRecord record, Standing standing, Optional<String> mergedInto, Optional<String> version, boolean wasBack) {

    public static Told present(KnownRecord record, Optional<String> version) {
        return new Told(record, Standing.PRESENT, Optional.empty(), version, false);
    }

    public static Told gone(KnownRecord record) {
        return new Told(record, Standing.GONE, Optional.empty(), Optional.empty(), false);
    }

    public static Told merged(KnownRecord record, Optional<String> into) {
        return new Told(record, Standing.MERGED, into, Optional.empty(), false);
    }

    /** The same, told after something else. */
    public Told after(Told before) {
        boolean wasThere = before.standing() != Standing.GONE || before.wasBack();
        return new Told(record, standing, mergedInto, version, wasThere);
    }

    /** Whether it is as the hub knows it already. */
    public boolean isKnown() {
        return !wasBack
                && standing == record.standing()
                && mergedInto.equals(Optional.ofNullable(record.mergedInto()))
                && version.equals(Optional.ofNullable(record.version()));
    }

    void write(ObjectNode row) {
        row.put("id", record.id())
                .put("standing", standing.name())
                .put("merged_into", mergedInto.orElse(null))
                .put("version", version.orElse(null))
                .put("was_back", wasBack);
    }
}
