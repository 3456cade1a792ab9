package dev.tailback.localorg.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every object the first three characters of its ids: fixed ones to standard objects, a00, a01, ... by name to
 * custom ones.
 */
final class KeyPrefixes {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Map<String, String> known;
    private final Set<String> taken;
    private int custom;
    private int metadata;
    private int unknown;

    /**
     * @param known the prefixes that objects have already, by name
     */
    KeyPrefixes(Map<String, String> known) {
        this.known = known;
        this.taken = Set.copyOf(known.values());
    }

    List<ObjectType> finish(Collection<ObjectDraft> drafts) {
        List<ObjectType> types = new ArrayList<>();
        drafts.forEach(draft -> types.add(draft.finish(prefix(draft))));
        return types;
    }

    private String prefix(ObjectDraft draft) {
        return Optional.ofNullable(known.get(draft.names.name())).orElseGet(() -> free(draft));
    }

    private String free(ObjectDraft draft) {
        String prefix = fresh(draft);
        while (taken.contains(prefix)) {
            String next = fresh(draft);
            if (next.equals(prefix)) {
                throw new MetadataException(draft.names.name(), "its ids would begin as those of another object do");
            }
            prefix = next;
        }
        return prefix;
    }

    private String fresh(ObjectDraft draft) {
        if (draft.isCustomMetadata()) {
            return next('m', metadata++);
        }
        if (draft.isCustom()) {
            return next('a', custom++);
        }
        String wellKnown = StandardObjects.wellKnownPrefixes().get(draft.names.name());
        return draft.keyPrefix.orElseGet(() -> wellKnown != null ? wellKnown : next('0', 3000 + unknown++));
    }

    private String next(char first, int number) {
        return "" + first + DIGITS.charAt(number / 62) + DIGITS.charAt(number % 62);
    }
}
