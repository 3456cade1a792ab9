package dev.tailback.localorg.formula;

import java.util.HashMap;
import java.util.Map;

/** The functions this org knows. */
final class Functions {

    private final Map<String, Function> known = new HashMap<>();

    Functions() {
        LogicFunctions.addTo(known);
        RecordFunctions.addTo(known);
        TextFunctions.addTo(known);
        NumberFunctions.addTo(known);
        DateFunctions.addTo(known);
    }

    Typed compile(Compiler compiler, Node.Call call) {
        Function function = known.get(call.function());
        if (function == null) {
            throw new FormulaException("unknown function " + call.function(), call.at());
        }
        return function.compile(new Arguments(compiler, call));
    }
}
