package dev.tailback.hub.drift;

import dev.tailback.mapping.drift.Likely;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a field that went may be called now: a field of the same type that was not there before, and that is not mapped. */
record NewNames(FieldStop stop, String attribute, MappedFields mapped) {

    private static final int MOST = 3;

    /** Nothing where the field is still there. */
    Stream<Rename> in(OrgSchema now) {
        return now
                .object(stop.object())
                .filter(object -> object.field(stop.field()).isEmpty())
                .stream()
                .flatMap(this::alike);
    }

    private Stream<Rename> alike(OrgObject object) {
        List<OrgField> fresh = object.fields().stream()
                .filter(field -> !stop.knownNames().contains(field.name()))
                .filter(field -> mapped.attribute(object.name(), field.name()).isEmpty())
                .toList();
        return stop.usable().stream()
                .flatMap(gone -> Likely.ranked(gone, fresh).stream().limit(MOST).map(likely -> rename(gone, likely)));
    }

    private Rename rename(OrgField gone, Likely likely) {
        OrgField field = likely.field();
        return new Rename(
                stop.crm(),
                stop.object(),
                attribute,
                gone.name(),
                field.name(),
                field.label(),
                likely.score(),
                reasons(gone, field));
    }

    private static List<String> reasons(OrgField gone, OrgField field) {
        List<String> reasons = new ArrayList<>();
        if (!gone.label().isEmpty() && gone.label().equalsIgnoreCase(field.label())) {
            reasons.add("It has the same label: " + field.label() + ".");
        }
        reasons.add("It has the same type: " + field.type() + ".");
        reasons.add("It was not there when " + gone.name() + " was seen last.");
        return reasons;
    }
}
