package dev.tailback.localorg.clients.camel;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;

/** Tree__c as Camel's generator writes it: Camel finds fields, getters and setters by Salesforce's names. */
public class Tree__c extends AbstractDescribedSObjectBase {

    /** A page of trees. */
    public static class Page extends AbstractQueryRecordsBase<Tree__c> {}

    /** The parent, named by its external id. */
    public record OrchardByCode(@JsonProperty("Code__c") String code) {}

    private String Code__c;

    private Double Apples__c;

    private Boolean Felled__c;

    private OrchardByCode Orchard__r;

    static Tree__c of(String code, double apples) {
        Tree__c tree = new Tree__c();
        tree.getAttributes().setType("Tree__c");
        tree.Code__c = code;
        tree.Apples__c = apples;
        tree.Orchard__r = new OrchardByCode("HILL");
        return tree;
    }

    static Tree__c change(String id, double apples) {
        Tree__c tree = new Tree__c();
        tree.getAttributes().setType("Tree__c");
        tree.setId(id);
        tree.Apples__c = apples;
        return tree;
    }

    @Override
    public SObjectDescription description() {
        SObjectDescription description = new SObjectDescription();
        description.setName("Tree__c");
        return description;
    }

    @JsonProperty("Code__c")
    public String getCode__c() {
        return Code__c;
    }

    @JsonProperty("Code__c")
    public void setCode__c(String value) {
        Code__c = value;
    }

    @JsonProperty("Apples__c")
    public Double getApples__c() {
        return Apples__c;
    }

    @JsonProperty("Apples__c")
    public void setApples__c(Double value) {
        Apples__c = value;
    }

    @JsonProperty("Felled__c")
    public Boolean getFelled__c() {
        return Felled__c;
    }

    @JsonProperty("Felled__c")
    public void setFelled__c(Boolean value) {
        Felled__c = value;
    }

    @JsonProperty("Orchard__r")
    public OrchardByCode getOrchard__r() {
        return Orchard__r;
    }

    @JsonProperty("Orchard__r")
    public void setOrchard__r(OrchardByCode value) {
        Orchard__r = value;
    }
}
