package dev.tailback.mapping.drift;

import dev.tailback.mapping.schema.OrgField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an org describes otherwise of one field, whatever it is used for. */
public record FieldChange(OrgField before, OrgField now) {

    public boolean isNone() {
        return words().isEmpty();
    }

    /** Whether what people read of it became less exact. */
    public boolean isLess() {
        boolean isShorter = now.length() > 0 && now.length() < before.length();
        boolean isCoarser = now.scale() < before.scale();
        return isShorter || isCoarser || before.isCalculated() != now.isCalculated();
    }

    /** One for each property, as {@code length 200 (was 255)}. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        say(words, "type", before.type(), now.type());
        say(words, "label", before.label(), now.label());
        say(words, "length", before.length(), now.length());
        say(words, "digits", before.precision(), now.precision());
        say(words, "digits after the point", before.scale(), now.scale());
        say(words, "points to", String.join(", ", before.referenceTo()), String.join(", ", now.referenceTo()));
        say(words, "may be empty", before.isNillable(), now.isNillable());
        say(words, "has a default", before.isDefaulted(), now.isDefaulted());
        say(words, "may be filled by the integration user", before.isCreateable(), now.isCreateable());
        say(words, "may be changed by the integration user", before.isUpdateable(), now.isUpdateable());
        say(words, "can be searched", before.isFilterable(), now.isFilterable());
        say(words, "unique", before.isUnique(), now.isUnique());
        say(words, "external id", before.isExternalId(), now.isExternalId());
        say(words, "computed", before.isCalculated(), now.isCalculated());
        say(words, "restricted", before.isRestrictedPicklist(), now.isRestrictedPicklist());
        values(words, "no value any more", before.values(), now.values());
        values(words, "new value", now.values(), before.values());
        return List.copyOf(words);
    }

    private static void say(List<String> words, String what, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            words.add(what + " " + word(now) + " (was " + word(before) + ")");
        }
    }

    private static void say(List<String> words, String what, boolean before, boolean now) {
        say(words, what, before ? "yes" : "no", now ? "yes" : "no");
    }

    private static String word(Object value) {
        return value.equals("") ? "nothing" : String.valueOf(value);
    }

    private static void values(List<String> words, String what, List<String> some, List<String> others) {
        List<String> only =
                some.stream().filter(value -> !others.contains(value)).toList();
        if (!only.isEmpty()) {
            words.add(what + " " + Listed.of(only));
        }
    }
}
