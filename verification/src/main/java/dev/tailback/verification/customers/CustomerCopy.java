package dev.tailback.verification.customers;

import java.util.Map;

/**
 * One customer as one CRM holds it: the company, and the person to speak to there.
 *
 * @param customer its number; the same in all CRMs, and known to none of them
 * @param company by attribute; what the CRM does not hold is not there
 * @param person the same; empty where the CRM knows nobody
 */
public record CustomerCopy(CustomerCrm crm, int customer, Map<String, String> company, Map<String, String> person) {
    public CustomerCopy {
        company = Map.copyOf(company);
        person = Map.copyOf(person);
    }
}
