package dev.tailback.salesforce.contract;

/** API names of Contract_Product__c, the sold lines of a contract. */
public final class ContractProductFields {

    public static final String OBJECT = "Contract_Product__c";
    public static final String ID = "Id";
    public static final String CONTRACT = "Contract__c";
    public static final String PRODUCT = "Product_Type__c";
    public static final String UNITS_SOLD = "Units_Sold__c";
    public static final String UNIT_PRICE = "Unit_Price__c";
    public static final String CONSUMED = "Consumed__c";
    public static final String USAGE_COUNT = "Usage_Count__c";
    public static final String AVAILABLE = "Available__c";
    public static final String CONSUMED_SHARE = "Consumed_Share__c";
    /** Words for people: how many units were used beyond what was sold; blank when none were. */
    public static final String OVERUSE = "Overuse__c";

    private ContractProductFields() {}
}
