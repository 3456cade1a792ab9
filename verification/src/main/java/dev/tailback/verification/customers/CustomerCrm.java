package dev.tailback.verification.customers;

import java.util.Locale;
import java.util.Map;

/** The three CRMs, and how each names what a customer consists of: object, and field by attribute. */
public enum CustomerCrm {
    SALES(
            new CrmObject(
                    "Account",
                    Map.of(
                            "name", "Name",
                            "phone", "Phone",
                            "domain", "Website",
                            "city", "BillingCity",
                            "country", "BillingCountry")),
            new CrmObject(
                    "Contact",
                    Map.of(
                            "firstName",
                            "FirstName",
                            "lastName",
                            "LastName",
                            "email",
                            "Email",
                            "mobile",
                            "MobilePhone"))),
    MARKETING(
            new CrmObject(
                    "companies",
                    Map.of("name", "name", "phone", "phone", "domain", "domain", "city", "city", "country", "country")),
            new CrmObject(
                    "contacts",
                    Map.of(
                            "firstName", "firstname",
                            "lastName", "lastname",
                            "email", "email",
                            "mobile", "mobilephone"))),
    SHOP(
            new CrmObject(
                    "shop.customers",
                    Map.of(
                            "name", "name", "phone", "phone", "domain", "website", "city", "city", "country",
                            "country")),
            new CrmObject(
                    "shop.people",
                    Map.of(
                            "firstName", "first_name",
                            "lastName", "last_name",
                            "email", "email",
                            "mobile", "mobile")));

    private final CrmObject companies;
    private final CrmObject people;

    CustomerCrm(CrmObject companies, CrmObject people) {
        this.companies = companies;
        this.people = people;
    }

    /** @param fields by attribute */
    public record CrmObject(String name, Map<String, String> fields) {

        /** @throws IllegalArgumentException if there is no such attribute */
        public String field(String attribute) {
            String field = fields.get(attribute);
            if (field == null) {
                throw new IllegalArgumentException(name + " has no field for " + attribute);
            }
            return field;
        }
    }

    public CrmObject companies() {
        return companies;
    }

    public CrmObject people() {
        return people;
    }

    /** As the hub and people call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
