package dev.tailback.mapping.shipped;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;

/** Names of the sold lines of a contract. */
public final class ContractProductFields {
    private static final Mapping SHIPPED = Mapping.tailback();

    public static final String OBJECT = SHIPPED.object(Part.CONTRACT_PRODUCT);
    public static final String ID = "Id";
    public static final String CONTRACT = SHIPPED.field(Idea.CONTRACT);
    public static final String PRODUCT = SHIPPED.field(Idea.PRODUCT);
    public static final String UNITS_SOLD = SHIPPED.field(Idea.UNITS_SOLD);
    public static final String UNIT_PRICE = SHIPPED.field(Idea.UNIT_PRICE);
    public static final String CONSUMED = SHIPPED.field(Idea.CONSUMED);
    public static final String AVAILABLE = SHIPPED.field(Idea.AVAILABLE);

    private ContractProductFields() {}
}
