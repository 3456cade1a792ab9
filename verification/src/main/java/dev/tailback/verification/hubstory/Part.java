package dev.tailback.verification.hubstory;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.CustomerCrm.CrmObject;

/** What a customer consists of. */
public enum Part {
    COMPANY,
    PERSON;

    public CrmObject in(CustomerCrm crm) {
        return this == COMPANY ? crm.companies() : crm.people();
    }

    /** As the hub calls it. */
    String entity() {
        return this == COMPANY ? "company" : "person";
    }
}
