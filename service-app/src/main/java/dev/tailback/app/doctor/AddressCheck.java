package dev.tailback.app.doctor;

import dev.tailback.app.links.AdLinks;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;

/** The address under which people know the service app. */
@Singleton
@Order(8)
class AddressCheck implements Check {

    private static final String AREA = "Service app";

    private final AdLinks links;

    AddressCheck(AdLinks links) {
        this.links = links;
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        return List.of(links.to("/")
                .map(address -> Line.held(AREA, "public address", "People reach it at " + address + "."))
                .orElseGet(() -> Line.of(
                        Verdict.LOSS,
                        AREA,
                        "public address",
                        "No public address is set: nobody gets from usage in Salesforce to its ad by a click, and "
                                + "alerts name no page.",
                        "Set TAILBACK_PUBLIC_URL to the address that people type.")));
    }
}
