package dev.tailback.hub.creations;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A record that a CRM should have. @param values by field, without the key */
record WantedRecord(String crm, String object, String keyField, Map<String, String> values) {

    WantedRecord {
        values = Map.copyOf(values);
    }

    /**
     * The creation that stands for it: one that may be there already before all others, so that it is repeated by its own
     * key; else the golden record's own.
     */
    Optional<Creation> among(List<Creation> known, UUID golden) {
        List<Creation> here =
                known.stream().filter(one -> one.isOf(crm, object)).toList();
        Optional<Creation> own =
                here.stream().filter(one -> one.goldenId().equals(golden)).findFirst();
        if (own.filter(one -> one.state() == Creation.State.CREATED).isPresent()) {
            return own;
        }
        return here.stream()
                .filter(one -> one.state() != Creation.State.CREATED)
                .filter(one -> one.isInDoubt() || one.goldenId().equals(golden))
                .min(Comparator.comparing(Creation::isInDoubt).reversed().thenComparing(Creation::id));
    }
}
