package dev.tailback.localcrms.hubspot.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of record that the account has. */
public enum ObjectType {
    CONTACTS(
            "contacts",
            "contact",
            "0-1",
            "lastmodifieddate",
            List.of("createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname"),
            List.of("firstname", "lastname", "email", "phone", "mobilephone", "company"),
            45),
    COMPANIES(
            "companies",
            "company",
            "0-2",
            "hs_lastmodifieddate",
            List.of("createdate", "domain", "hs_lastmodifieddate", "hs_object_id", "name"),
            List.of("name", "domain", "website", "phone"),
            20),
    DEALS(
            "deals",
            "deal",
            "0-3",
            "hs_lastmodifieddate",
            List.of(
                    "amount",
                    "closedate",
                    "createdate",
                    "dealname",
                    "dealstage",
                    "hs_lastmodifieddate",
                    "hs_object_id",
                    "pipeline"),
            List.of("dealname", "pipeline", "dealstage", "description"),
            20);

    private final String plural;
    private final String singular;
    private final String typeId;
    private final String modified;
    private final List<String> shown;
    private final List<String> searched;
    private final int versionsKept;

    ObjectType(
            String plural,
            String singular,
            String typeId,
            String modified,
            List<String> shown,
            List<String> searched,
            int versionsKept) {
        this.plural = plural;
        this.singular = singular;
        this.typeId = typeId;
        this.modified = modified;
        this.shown = shown;
        this.searched = searched;
        this.versionsKept = versionsKept;
    }

    /** By the plural, the singular or the type id, as HubSpot's paths take them. */
    public static Optional<ObjectType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.plural.equals(word) || type.singular.equals(word) || type.typeId.equals(word))
                .findFirst();
    }

    /** As paths name it. */
    public String plural() {
        return plural;
    }

    public String singular() {
        return singular;
    }

    /** HubSpot's own number of it, such as {@code 0-2}. */
    public String typeId() {
        return typeId;
    }

    /** The property that holds the time of the last change. */
    public String modifiedProperty() {
        return modified;
    }

    /** The properties an answer shows when the caller names none. */
    public List<String> shownProperties() {
        return shown;
    }

    /** The properties in which a search looks for a text. */
    public List<String> searchedProperties() {
        return searched;
    }

    /** How many versions of a value the history tells. */
    public int versionsKept() {
        return versionsKept;
    }

    /** The label of a new record's type of link to records of another object; HubSpot's own numbers. */
    public int linkTypeTo(ObjectType other) {
        return LinkTypes.between(this, other);
    }
}
