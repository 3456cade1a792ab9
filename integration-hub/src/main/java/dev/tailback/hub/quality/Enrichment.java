package dev.tailback.hub.quality;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.quality.CheckedRecord.Enriched;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes what is missing from what is there. A refused value is not missing: people mend it. */
record Enrichment(Entity entity) {

    Map<String, Enriched> of(Map<String, Checked> checked) {
        Map<String, Enriched> enriched = new TreeMap<>();
        for (Attribute country : missing(AttributeKind.COUNTRY, checked)) {
            from(AttributeKind.PHONE, checked, Phones::countryOf)
                    .ifPresent(code -> enriched.put(
                            country.name(),
                            new Enriched(
                                    code, new Finding("country_from_phone", "The phone number is of this country."))));
        }
        for (Attribute domain : missing(AttributeKind.DOMAIN, checked)) {
            from(AttributeKind.EMAIL, checked, Enrichment::ownDomain)
                    .ifPresent(found -> enriched.put(
                            domain.name(),
                            new Enriched(
                                    found, new Finding("domain_from_email", "The e-mail address has this domain."))));
        }
        return enriched;
    }

    private List<Attribute> missing(AttributeKind kind, Map<String, Checked> checked) {
        return entity.ofKind(kind).stream()
                .filter(attribute -> !checked.containsKey(attribute.name()))
                .toList();
    }

    private Optional<String> from(
            AttributeKind kind, Map<String, Checked> checked, Function<String, Optional<String>> taken) {
        return entity.ofKind(kind).stream()
                .flatMap(attribute -> Optional.ofNullable(checked.get(attribute.name())).stream())
                .flatMap(value -> value.usable().stream())
                .flatMap(value -> taken.apply(value).stream())
                .findFirst();
    }

    private static Optional<String> ownDomain(String email) {
        String domain = Emails.domainOf(email);
        return domain.isEmpty() || Emails.isMailService(domain) ? Optional.empty() : Optional.of(domain);
    }
}
