package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.Picklist;
import java.util.List;
import java.util.Map;

/** What looks at the row before and after the save, and at picklists. */
final class RecordFunctions {

    private RecordFunctions() {}

    static void addTo(Map<String, Function> known) {
        known.put("ISNEW", arguments -> {
            arguments.count(0, 0);
            return Typed.truth(Evaluation::isNew);
        });
        known.put("ISCHANGED", RecordFunctions::isChanged);
        known.put("PRIORVALUE", RecordFunctions::priorValue);
        known.put("ISPICKVAL", RecordFunctions::isPicked);
        known.put("INCLUDES", RecordFunctions::includes);
    }

    /** Blank against a value is a change; a new row has none. */
    private static Typed isChanged(Arguments arguments) {
        Expression value = arguments.compiler().reading(arguments.count(1, 1).ownField(0));
        return Typed.truth(on -> on.prior()
                .filter(before -> !Comparison.equal(value.evaluate(on), value.evaluate(on.on(before))))
                .isPresent());
    }

    private static Typed priorValue(Arguments arguments) {
        Field field = arguments.count(1, 1).ownField(0);
        Expression value = arguments.compiler().reading(field);
        return new Typed(ValueType.of(field.type()), on -> value.evaluate(on.on(on.before())));
    }

    private static Typed isPicked(Arguments arguments) {
        Typed subject = arguments.count(2, 2).any(0);
        if (subject.type() != ValueType.PICKLIST) {
            throw arguments.wrong("needs a picklist, not " + subject.type().words());
        }
        String wanted = arguments.literal(1);
        requireValue(arguments, arguments.picklistField(0), wanted);
        return Typed.truth(
                on -> wanted.equals(Operators.orEmpty(subject.expression().evaluate(on))));
    }

    private static Typed includes(Arguments arguments) {
        Typed subject = arguments.count(2, 2).any(0);
        if (subject.type() != ValueType.MULTIPICKLIST) {
            throw arguments.wrong(
                    "needs a multi-select picklist, not " + subject.type().words());
        }
        String wanted = arguments.literal(1);
        requireValue(arguments, arguments.picklistField(0), wanted);
        return Typed.truth(on -> List.of(
                        Operators.orEmpty(subject.expression().evaluate(on)).split(";"))
                .contains(wanted));
    }

    /**
     * Salesforce saves a formula with a mistyped value; here a restricted picklist refuses it, because it can never be
     * true.
     */
    static void requireValue(Arguments arguments, Field field, String value) {
        boolean impossible = field.picklist()
                .filter(Picklist::restricted)
                .filter(list -> !value.isEmpty()
                        && list.values().stream()
                                .noneMatch(known -> known.name().equals(value)))
                .isPresent();
        if (impossible) {
            throw arguments.wrong("asks for the value \"" + value + "\", which " + field.path() + " does not have");
        }
    }
}
