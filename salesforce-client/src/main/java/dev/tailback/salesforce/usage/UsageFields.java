package dev.tailback.salesforce.usage;

/** API names of Product_Usage__c, the usage rows that Tailback writes. */
public final class UsageFields {

    public static final String OBJECT = "Product_Usage__c";
    public static final String ID = "Id";
    /** Salesforce's own auto number, given in the order of creation. */
    public static final String NUMBER = "Name";

    public static final String EXTERNAL_ID = "External_Id__c";
    public static final String CONTRACT_PRODUCT = "Contract_Product__c";
    public static final String UNITS = "Units__c";
    public static final String AD_REFERENCE = "Ad_Reference__c";
    /** At most 200 characters. */
    public static final String AD_TITLE = "Ad_Title__c";
    /** A date without a time. */
    public static final String SERVICE_DATE = "Service_Date__c";
    /** At most 80 characters. */
    public static final String CUSTOMER_REFERENCE = "Customer_Reference__c";
    /** The address of the ad's page in the service app. Unlike the rest it may change at any time. */
    public static final String AD_LINK = "Ad_Link__c";

    public static final String VERSION = "Version__c";
    public static final String CANCELLED = "Cancelled__c";
    public static final String AMOUNT = "Amount__c";
    public static final String LOCKED = "Locked__c";

    /** The path from a usage row to its contract. */
    public static final String CONTRACT = "Contract_Product__r.Contract__c";

    private UsageFields() {}
}
