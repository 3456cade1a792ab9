package dev.tailback.hub.suggesting;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.quality.Checked;
import dev.tailback.hub.quality.RecordQuality;
import dev.tailback.mapping.suggestion.ValuesSeen;
import dev.tailback.mapping.suggestion.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether values that were seen look like those of an attribute: by the rules of quality that every value goes through. */
record LookedLike(Entity entity, Samples samples) implements ValuesSeen {

    /** One value may be a slip. */
    private static final int ENOUGH = 2;

    private static final Pattern WITH_DIGIT = Pattern.compile("(?=.*\\d).{2,12}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\s*(\\+|00)[1-9].*");

    @Override
    public Evidence of(Wanted wanted, String field) {
        List<String> values = samples.values(field);
        return entity.attribute(wanted.path().substring(entity.name().length() + 1))
                .filter(attribute -> values.size() >= ENOUGH && isTold(attribute.kind()))
                .map(attribute -> of(attribute, values))
                .orElse(Evidence.NOTHING);
    }

    private Evidence of(Attribute attribute, List<String> values) {
        long alike = values.stream().filter(value -> isLike(attribute, value)).count();
        if (alike == 0) {
            return Evidence.OTHERWISE;
        }
        if (alike < values.size()) {
            return Evidence.NOTHING;
        }
        boolean tells = switch (attribute.kind()) {
            case EMAIL, DOMAIN -> true;
            case PHONE ->
                values.stream().allMatch(value -> INTERNATIONAL.matcher(value).matches());
            default -> false;
        };
        return tells ? Evidence.TELLS : Evidence.FITS;
    }

    /** Any text would do for the others. */
    private static boolean isTold(AttributeKind kind) {
        return switch (kind) {
            case EMAIL, DOMAIN, PHONE, COUNTRY, POSTAL_CODE, NUMBER, MONEY, DATE, FLAG, COMPANY_NAME, PERSON_NAME ->
                true;
            case TEXT, CHOICE, LIST, REFERENCE -> false;
        };
    }

    private boolean isLike(Attribute attribute, String value) {
        boolean hasForm = switch (attribute.kind()) {
            case DOMAIN -> !value.contains("@");
            case POSTAL_CODE -> WITH_DIGIT.matcher(value.strip()).matches();
            default -> true;
        };
        return hasForm
                && Optional.ofNullable(new RecordQuality(entity)
                                .check(Map.of(attribute.name(), value))
                                .values()
                                .get(attribute.name()))
                        .filter(LookedLike::isTaken)
                        .isPresent();
    }

    /** A number without its country is one all the same. */
    private static boolean isTaken(Checked checked) {
        return checked.usable().isPresent()
                || checked.findings().stream()
                        .anyMatch(finding -> finding.rule().equals("phone_without_country"));
    }
}
