package dev.tailback.mapping.shipped;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;

/** Names of the usage rows. */
public final class UsageFields {
    private static final Mapping SHIPPED = Mapping.tailback();

    public static final String OBJECT = SHIPPED.object(Part.USAGE);
    public static final String ID = "Id";
    /** Salesforce's own auto number, given in the order of creation. */
    public static final String NUMBER = "Name";

    public static final String EXTERNAL_ID = SHIPPED.field(Idea.EXTERNAL_ID);
    public static final String CONTRACT_PRODUCT = SHIPPED.field(Idea.CONTRACT_PRODUCT);
    public static final String UNITS = SHIPPED.field(Idea.UNITS);
    public static final String AD_REFERENCE = SHIPPED.field(Idea.AD_REFERENCE);
    public static final String AD_TITLE = SHIPPED.field(Idea.AD_TITLE);
    public static final String SERVICE_DATE = SHIPPED.field(Idea.SERVICE_DATE);
    public static final String CUSTOMER_REFERENCE = SHIPPED.field(Idea.CUSTOMER_REFERENCE);
    public static final String AD_LINK = SHIPPED.field(Idea.AD_LINK);
    public static final String VERSION = SHIPPED.field(Idea.VERSION);
    public static final String CANCELLED = SHIPPED.field(Idea.CANCELLED);

    /** The path from a usage row to its contract. */
    public static final String CONTRACT = SHIPPED.fromUsage(Idea.CONTRACT);

    private UsageFields() {}
}
