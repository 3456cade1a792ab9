package dev.tailback.hub.quality;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at a whole record: countries first, since phones and postal codes depend on them. */
public final class RecordQuality {

    private final Entity entity;

    public RecordQuality(Entity entity) {
        this.entity = entity;
    }

    /**
     * @param values by attribute, as the CRM holds them; an empty one is not looked at, one without attribute is
     *     left out
     */
    public CheckedRecord check(Map<String, String> values) {
        Map<String, Checked> checked = new TreeMap<>();
        for (Attribute country : entity.ofKind(AttributeKind.COUNTRY)) {
            value(values, country)
                    .ifPresent(value -> checked.put(country.name(), ValueQuality.check(country, value, "")));
        }
        for (Attribute attribute : entity.attributes()) {
            if (attribute.kind() != AttributeKind.COUNTRY) {
                value(values, attribute)
                        .ifPresent(value -> checked.put(
                                attribute.name(), ValueQuality.check(attribute, value, countryOf(attribute, checked))));
            }
        }
        return new CheckedRecord(checked, across(checked), new Enrichment(entity).of(checked));
    }

    private static Optional<String> value(Map<String, String> values, Attribute attribute) {
        return Optional.ofNullable(values.get(attribute.name())).filter(value -> !value.isBlank());
    }

    static String countryOf(Attribute attribute, Map<String, Checked> checked) {
        return Optional.ofNullable(checked.get(attribute.country()))
                .flatMap(Checked::usable)
                .orElse("");
    }

    private List<Finding> across(Map<String, Checked> checked) {
        List<Finding> findings = new ArrayList<>();
        for (Attribute phone : entity.ofKind(AttributeKind.PHONE)) {
            String country = countryOf(phone, checked);
            Optional.ofNullable(checked.get(phone.name()))
                    .flatMap(Checked::usable)
                    .flatMap(Phones::countryOf)
                    .filter(found -> !country.isEmpty() && !found.equals(country))
                    .ifPresent(found -> findings.add(new Finding(
                            "phone_of_another_country",
                            phone.name() + " is a number of " + found + ", the address is in " + country + ".")));
        }
        return findings;
    }
}
