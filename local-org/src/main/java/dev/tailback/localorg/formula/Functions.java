package dev.tailback.localorg.formula;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The functions this org knows. */
final class Functions {

    /** Functions of Salesforce that are not executed here. */
    private static final Set<String> LEFT_OUT = Set.of(
            "ACOS",
            "ASIN",
            "ATAN",
            "ATAN2",
            "COS",
            "SIN",
            "TAN",
            "CURRENCYRATE",
            "DISTANCE",
            "FORMATDURATION",
            "GEOLOCATION",
            "GETRECORDIDS",
            "GETSESSIONID",
            "HTMLENCODE",
            "IMAGEPROXYURL",
            "INCLUDE",
            "ISCLONE",
            "JSENCODE",
            "JSINHTMLENCODE",
            "JUNCTIONIDLIST",
            "LINKTO",
            "PARENTGROUPVAL",
            "PICKLISTCOUNT",
            "PREDICT",
            "PREVGROUPVAL",
            "REQUIRESCRIPT",
            "URLENCODE",
            "URLFOR",
            "VLOOKUP");

    private final Map<String, Function> known = new HashMap<>();

    Functions() {
        LogicFunctions.addTo(known);
        RecordFunctions.addTo(known);
        TextFunctions.addTo(known);
        NumberFunctions.addTo(known);
        DateFunctions.addTo(known);
        TimeFunctions.addTo(known);
        HtmlFunctions.addTo(known);
    }

    Typed compile(Compiler compiler, Node.Call call) {
        Function function = known.get(call.function());
        if (function == null && LEFT_OUT.contains(call.function())) {
            throw FormulaException.leftOut(call.function() + " is not executed by this org", call.at());
        }
        if (function == null) {
            throw new FormulaException("unknown function " + call.function(), call.at());
        }
        return function.compile(new Arguments(compiler, call));
    }
}
