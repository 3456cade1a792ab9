package dev.tailback.localorg.metadata;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives roll-ups the type of what they sum, which may itself be a roll-up one level down. */
final class RollUpTypes {

    private final Map<String, ObjectDraft> objects;
    private final Set<String> onTheWay = new HashSet<>();

    RollUpTypes(Map<String, ObjectDraft> objects) {
        this.objects = objects;
    }

    void settle() {
        for (ObjectDraft draft : objects.values()) {
            draft.fields.replaceAll(this::settled);
        }
    }

    private Field settled(Field field) {
        return field.origin().rollUp().map(rollUp -> settled(field, rollUp)).orElse(field);
    }

    private Field settled(Field field, Origin.RollUp rollUp) {
        if (!onTheWay.add(field.path())) {
            throw new MetadataException(field.file(), "the roll-up sums itself");
        }
        try {
            ObjectDraft detail = detail(field, rollUp);
            rollUp.filters().forEach(filter -> filterField(field, detail, filter.field()));
            return rollUp.summed().isEmpty() ? field : summed(field, rollUp, detail);
        } finally {
            onTheWay.remove(field.path());
        }
    }

    private ObjectDraft detail(Field field, Origin.RollUp rollUp) {
        ObjectDraft detail = objects.get(rollUp.detail().toLowerCase(Locale.ROOT));
        if (detail == null) {
            throw new MetadataException(field.file(), "there is no object " + rollUp.detail() + " to roll up");
        }
        boolean master = detail.field(rollUp.masterField())
                .filter(Field::isMaster)
                .filter(found -> found.reference().get().targets().get(0).equalsIgnoreCase(field.object()))
                .isPresent();
        if (!master) {
            throw new MetadataException(
                    field.file(),
                    rollUp.detail() + "." + rollUp.masterField() + " is not a master-detail field to "
                            + field.object());
        }
        return detail;
    }

    private void filterField(Field field, ObjectDraft detail, String name) {
        Field found = detail.field(name)
                .orElseThrow(() -> new MetadataException(
                        field.file(), "there is no field " + detail.names.name() + "." + name + " to filter by"));
        if (found.origin().formula().filter(RollUpTypes::looksElsewhere).isPresent()) {
            throw new MetadataException(
                    field.file(),
                    found.path() + " looks at other rows or at the time, so a roll-up cannot filter by it");
        }
    }

    private static boolean looksElsewhere(Origin.Formula formula) {
        return formula.text().matches("(?s).*(__r\\.|TODAY|NOW\\().*");
    }

    private Field summed(Field field, Origin.RollUp rollUp, ObjectDraft detail) {
        Field source = detail.field(rollUp.summed().get())
                .orElseThrow(() -> new MetadataException(
                        field.file(),
                        "there is no field " + detail.names.name() + "."
                                + rollUp.summed().get() + " to roll up"));
        Field known = settled(source);
        boolean sum = rollUp.operation() == Origin.RollUpOperation.SUM;
        if (sum && !known.type().isNumber()) {
            throw new MetadataException(field.file(), known.path() + " is not a number and cannot be summed");
        }
        return field.as(
                known.type() == FieldType.INT ? FieldType.DOUBLE : known.type(),
                Size.digits(18, known.size().scale()));
    }
}
