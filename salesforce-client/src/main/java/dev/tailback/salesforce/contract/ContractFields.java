package dev.tailback.salesforce.contract;

/** API names of the standard Contract and of what Tailback adds to it. */
public final class ContractFields {

    public static final String OBJECT = "Contract";
    public static final String ID = "Id";
    public static final String NUMBER = "ContractNumber";
    public static final String CUSTOMER = "AccountId";
    public static final String CUSTOMER_NAME = "Account.Name";
    public static final String END_DATE = "EndDate";
    public static final String FULFILLMENT_STATUS = "Fulfillment_Status__c";
    public static final String FULFILLED_ON = "Fulfilled_On__c";
    public static final String PRODUCT_LINE_COUNT = "Product_Line_Count__c";
    public static final String UNITS_CONSUMED = "Units_Consumed__c";

    /** The child relationship from a contract to its products. */
    public static final String PRODUCTS = "Contract_Products__r";

    /** The values of {@link #FULFILLMENT_STATUS}. */
    public static final String OPEN = "Open";

    public static final String FULFILLED = "Fulfilled";

    private ContractFields() {}
}
