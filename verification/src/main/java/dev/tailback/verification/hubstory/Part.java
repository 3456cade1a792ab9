package dev.tailback.verification.hubstory;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.CustomerCrm.CrmObject;

/** What a customer consists of. */
enum Part {
    COMPANY,
    PERSON;

    CrmObject in(CustomerCrm crm) {
        return this == COMPANY ? crm.companies() : crm.people();
    }

    /** As the hub calls it. */
    String entity() {
        return this == COMPANY ? "company" : "person";
    }
}
