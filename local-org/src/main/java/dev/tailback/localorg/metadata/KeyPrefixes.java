package dev.tailback.localorg.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Gives every object the first three characters of its ids: fixed ones to standard objects, a00, a01, ... by name to
 * custom ones.
 */
final class KeyPrefixes {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private int custom;
    private int metadata;
    private int unknown;

    List<ObjectType> finish(Collection<ObjectDraft> drafts) {
        List<ObjectType> types = new ArrayList<>();
        drafts.forEach(draft -> types.add(draft.finish(prefix(draft))));
        return types;
    }

    private String prefix(ObjectDraft draft) {
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
