package dev.tailback.hub.pages;

import dev.tailback.hub.scores.RefusedValue;
import dev.tailback.hub.scores.RefusedValues;
import dev.tailback.web.texts.Texts;
import java.util.List;
import java.util.Optional;

/** The records of a CRM in which a rule refuses the value of one attribute. */
public record RefusedScreen(String crm, String entity, String attribute, List<RefusedValue> values, Called called) {

    public String name(RefusedValue one) {
        return called.golden(one.golden());
    }

    public String rule(RefusedValue one, Texts texts) {
        return RuleInWords.of(one.rule(), texts);
    }

    /** From here the next page goes on; not there on the last one. */
    public Optional<Long> last() {
        return values.size() < RefusedValues.MOST
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1).id());
    }
}
