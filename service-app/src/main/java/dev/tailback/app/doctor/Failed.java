package dev.tailback.app.doctor;

import dev.tailback.salesforce.Reading;
import java.util.List;

/** What a check says when Salesforce gave it nothing to look at. */
record Failed(String area, String about) {

    /** Why something that is not the login could not be looked at. */
    List<Line> refused(Reading.Refused<?> refused) {
        return unknown(refused.code(), refused.reason());
    }

    List<Line> unavailable(Reading.Unavailable<?> unavailable) {
        return unknown(unavailable.code(), unavailable.reason());
    }

    List<Line> absent(String sentence, String mend) {
        return List.of(Line.of(Verdict.HINT, area, about, sentence, mend));
    }

    private List<Line> unknown(String code, String reason) {
        return List.of(Line.of(
                Verdict.UNKNOWN,
                area,
                about,
                "This could not be found out: " + reason + " (" + code + ")",
                "Mend the login first, if it is broken; then look up " + code + " in docs/errors.md."));
    }
}
