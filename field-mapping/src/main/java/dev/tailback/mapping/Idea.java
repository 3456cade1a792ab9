package dev.tailback.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Tailback knows of a contract, its products and their usage; a mapping says which field stands for it. */
public enum Idea {
    NUMBER(Part.CONTRACT, "number", Kind.TEXT, "what people call the contract by"),
    CUSTOMER(Part.CONTRACT, "customer", Kind.REFERENCE, "whose contract it is"),
    CUSTOMER_NAME(Part.CONTRACT, "customerName", Kind.TEXT, "the customer's name"),
    FULFILLED(Part.CONTRACT, "fulfilled", Kind.STATUS, "whether the contract is done, which locks its usage"),
    FULFILLED_ON(
            Part.CONTRACT,
            "fulfilledOn",
            Kind.TIME,
            "when it was done",
            "finance's lists cannot be narrowed to a time: they hold every fulfilled contract"),
    END_DATE(
            Part.CONTRACT,
            "endDate",
            Kind.DATE,
            "the day on which it ends",
            "nobody is reminded of an ending contract"),
    UNITS_CONSUMED(
            Part.CONTRACT,
            "unitsConsumed",
            Kind.NUMBER,
            "units consumed of all its products",
            "it is computed from the usage each time it is shown"),

    CONTRACT(Part.CONTRACT_PRODUCT, "contract", Kind.REFERENCE, "which contract the line belongs to"),
    PRODUCT(Part.CONTRACT_PRODUCT, "product", Kind.TEXT, "what was sold"),
    UNITS_SOLD(Part.CONTRACT_PRODUCT, "unitsSold", Kind.NUMBER, "how many units were sold"),
    UNIT_PRICE(
            Part.CONTRACT_PRODUCT,
            "unitPrice",
            Kind.MONEY,
            "what a unit costs",
            "finance's lists and statements hold units without amounts"),
    CONSUMED(
            Part.CONTRACT_PRODUCT,
            "consumed",
            Kind.NUMBER,
            "units consumed, as Salesforce counts them",
            "sales does not see it in Salesforce; the service app computes it from the usage"),
    AVAILABLE(
            Part.CONTRACT_PRODUCT,
            "available",
            Kind.NUMBER,
            "units left, as Salesforce counts them",
            "the service app computes it: sold less consumed"),

    EXTERNAL_ID(Part.USAGE, "externalId", Kind.TEXT, "the entry's own id, unique, by which it is found again"),
    CONTRACT_PRODUCT(Part.USAGE, "contractProduct", Kind.REFERENCE, "which sold line it consumes"),
    UNITS(Part.USAGE, "units", Kind.NUMBER, "how many units it consumes"),
    VERSION(Part.USAGE, "version", Kind.NUMBER, "which correction it is, so that an older one is refused"),
    CANCELLED(Part.USAGE, "cancelled", Kind.FLAG, "whether it was taken back and counts no more"),
    AD_REFERENCE(Part.USAGE, "adReference", Kind.TEXT, "which ad consumed it"),
    AD_TITLE(Part.USAGE, "adTitle", Kind.TEXT, "the ad's title", "Salesforce does not show the ad's title"),
    SERVICE_DATE(
            Part.USAGE, "serviceDate", Kind.DATE, "the day of the ad", "Salesforce does not show the day of the ad"),
    CUSTOMER_REFERENCE(
            Part.USAGE,
            "customerReference",
            Kind.TEXT,
            "the customer's own reference",
            "Salesforce does not show the customer's reference"),
    AD_LINK(
            Part.USAGE,
            "adLink",
            Kind.LINK,
            "the address of the ad",
            "nobody gets from Salesforce to the ad by a click"),
    LOCKED(
            Part.USAGE,
            "locked",
            Kind.FLAG,
            "whether Salesforce holds it for locked",
            "it counts as locked as soon as its contract is fulfilled");

    private final Part part;
    private final String key;
    private final Kind kind;
    private final String meaning;
    private final Optional<String> cost;

    /** One that every mapping must have. */
    Idea(Part part, String key, Kind kind, String meaning) {
        this(part, key, kind, meaning, Optional.empty());
    }

    /** One that an org may lack, and what that costs. */
    Idea(Part part, String key, Kind kind, String meaning, String cost) {
        this(part, key, kind, meaning, Optional.of(cost));
    }

    Idea(Part part, String key, Kind kind, String meaning, Optional<String> cost) {
        this.part = part;
        this.key = key;
        this.kind = kind;
        this.meaning = meaning;
        this.cost = cost;
    }

    public static List<Idea> of(Part part) {
        return Arrays.stream(values()).filter(idea -> idea.part == part).toList();
    }

    public static Optional<Idea> of(Part part, String key) {
        return of(part).stream().filter(idea -> idea.key.equals(key)).findFirst();
    }

    public Part part() {
        return part;
    }

    /** As it stands in a mapping file under its part. */
    public String key() {
        return key;
    }

    /** Its part and key, such as {@code usage.units}. */
    public String path() {
        return part.key() + "." + key;
    }

    public Kind kind() {
        return kind;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isRequired() {
        return cost.isEmpty();
    }

    /** What it costs when an org has no field for it; empty where that cannot be. */
    public Optional<String> cost() {
        return cost;
    }

    /** Whether Tailback writes the field; it only reads all others. */
    public boolean isWritten() {
        return part == Part.USAGE && this != LOCKED;
    }
}
