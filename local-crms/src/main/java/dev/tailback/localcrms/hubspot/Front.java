package dev.tailback.localcrms.hubspot;

import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.api.HubSpotApi;
import dev.tailback.localcrms.hubspot.control.Control;
import dev.tailback.localcrms.hubspot.faults.Fault;
import dev.tailback.localcrms.hubspot.faults.FaultKind;
import dev.tailback.localcrms.hubspot.faults.Faults;
import dev.tailback.localcrms.hubspot.page.Pages;
import java.util.Optional;

/** Takes every call to HubSpot's API, to what a test orders, or to the pages. */
record Front(HubSpotApi api, Control control, Pages pages, Faults faults, Skew skew) {

    Optional<Reply> reply(Call call) {
        skew.follow(faults);
        return switch (call.segment(0)) {
            case "crm", "oauth", "account-info" -> api.reply(call);
            case "local-crms" -> Optional.of(ordered(call));
            default -> Optional.of(pages.reply(call));
        };
    }

    private Reply ordered(Call call) {
        Reply reply = control.reply(call);
        skew.follow(faults);
        return reply;
    }

    /** For how many seconds nobody is to listen; 0 as a rule. */
    int secondsRefused() {
        Optional<Fault> refused = faults.lasting(FaultKind.REFUSED);
        refused.ifPresent(fault -> faults.clear());
        return refused.map(fault -> fault.number("seconds", 0)).orElse(0);
    }
}
