package dev.tailback.verification.hubtorture.faults;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.hubstory.MarketingPerson;
import dev.tailback.verification.hubstory.Part;
import dev.tailback.verification.hubstory.Register;
import java.util.List;
import java.util.Random;

/** What HubSpot does of its own accord, and what people do to its records as a whole. */
final class HubSpotFaults {
    private static final int LONG = 4_000;
    private static final int CLOCK_OFF_MS = 45_000;

    /** Customers of whom a record may be archived for a moment. */
    private static final int MOST = 30;

    private static final List<String> RENAMED = List.of("phone", "city");

    private final MarketingPerson marketing;
    private final Operator operator;
    private final Register register;

    HubSpotFaults(MarketingPerson marketing, Operator operator, Register register) {
        this.marketing = marketing;
        this.operator = operator;
        this.register = register;
    }

    List<HubFault> all() {
        return List.of(
                HubFault.of("HubSpot's search behind", LONG, random -> search()),
                HubFault.of("HubSpot's clock ahead", LONG, random -> clock(CLOCK_OFF_MS)),
                HubFault.of("HubSpot's clock behind", LONG, random -> clock(-CLOCK_OFF_MS)),
                HubFault.of("half a batch refused by HubSpot", LONG, random -> partial()),
                HubFault.of("a record archived and restored", LONG, this::archived),
                HubFault.of("a property of HubSpot renamed and named back", LONG, this::renamed));
    }

    private Runnable search() {
        return fault("stuck-search", 0);
    }

    private Runnable clock(int skewMs) {
        return fault("clock-skew", skewMs);
    }

    private Runnable partial() {
        return fault("partial-batch", 0);
    }

    /** People in HubSpot notice no fault; the search, the clock and refusals are the account's. */
    private Runnable fault(String kind, int skewMs) {
        ArrayNode faults = Http.JSON.createArrayNode();
        var one = faults.addObject().put("kind", kind);
        if (skewMs != 0) {
            one.put("skewMs", skewMs);
        }
        marketing.call("PUT", "/local-crms/faults", faults);
        return () -> marketing.call("DELETE", "/local-crms/faults", Http.NOTHING);
    }

    /** People there type in the new one meanwhile. The operator of the hub is told when it is back. */
    private Runnable renamed(Random random) {
        String attribute = RENAMED.get(random.nextInt(RENAMED.size()));
        String before = Part.COMPANY.in(CustomerCrm.MARKETING).field(attribute);
        marketing.rename(Part.COMPANY, attribute, before + "_2");
        return () -> {
            marketing.rename(Part.COMPANY, attribute, before);
            operator.hasSchemaLookedAt(CustomerCrm.MARKETING);
        };
    }

    private Runnable archived(Random random) {
        Part part = random.nextBoolean() ? Part.COMPANY : Part.PERSON;
        String id = register.id(CustomerCrm.MARKETING, part, 1 + random.nextInt(MOST));
        marketing.delete(part, id);
        String restore = "/local-crms/records/" + part.in(CustomerCrm.MARKETING).name() + "/" + id + "/restore";
        return () -> marketing.call("POST", restore, Http.NOTHING);
    }
}
