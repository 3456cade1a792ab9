package dev.tailback.mapping.shipped;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;

/** Names of the contract. */
public final class ContractFields {
    private static final Mapping SHIPPED = Mapping.tailback();

    public static final String OBJECT = SHIPPED.object(Part.CONTRACT);
    public static final String ID = "Id";
    public static final String NUMBER = SHIPPED.field(Idea.NUMBER);
    public static final String CUSTOMER_NAME = SHIPPED.field(Idea.CUSTOMER_NAME);
    public static final String FULFILLMENT_STATUS = SHIPPED.field(Idea.FULFILLED);
    public static final String FULFILLED_ON = SHIPPED.field(Idea.FULFILLED_ON);

    /** The values of {@link #FULFILLMENT_STATUS}. */
    public static final String OPEN = "Open";

    public static final String FULFILLED = SHIPPED.fulfilledWhen().get(0);

    private ContractFields() {}
}
