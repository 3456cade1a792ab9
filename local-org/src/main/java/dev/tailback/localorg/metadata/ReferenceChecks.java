package dev.tailback.localorg.metadata;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Refuses fields and rules that name what is not there. */
final class ReferenceChecks {

    private final Map<String, ObjectDraft> objects;
    private final LeftOut leftOut;

    ReferenceChecks(Map<String, ObjectDraft> objects, LeftOut leftOut) {
        this.objects = objects;
        this.leftOut = leftOut;
    }

    void check() {
        for (ObjectDraft draft : objects.values()) {
            draft.fields.forEach(this::checkTargets);
            draft.rules.forEach(rule -> checkErrorField(draft, rule));
        }
    }

    private void checkTargets(Field field) {
        field.reference().ifPresent(reference -> reference.targets().forEach(target -> checkTarget(field, target)));
    }

    private void checkTarget(Field field, String target) {
        if (!objects.containsKey(target.toLowerCase(Locale.ROOT)) && target.contains("__")) {
            throw new MetadataException(
                    field.file(), "<referenceTo> names " + target + ", and there is no such object");
        }
    }

    private void checkErrorField(ObjectDraft draft, ValidationRule rule) {
        Optional<String> shown = rule.errorField().filter(name -> name.contains("__"));
        shown.filter(name -> !leftOut.has(rule.object() + "." + name)).ifPresent(name -> {
            Field field = draft.field(name)
                    .orElseThrow(() -> new MetadataException(
                            rule.file(), "<errorDisplayField> names " + name + ", and there is no such field"));
            if (field.origin().rollUp().isPresent()) {
                throw new MetadataException(rule.file(), "<errorDisplayField> cannot be the roll-up " + name);
            }
        });
    }
}
