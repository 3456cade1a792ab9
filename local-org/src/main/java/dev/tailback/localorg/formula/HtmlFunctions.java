package dev.tailback.localorg.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions whose text is HTML: links, pictures and line breaks. The exact HTML is not confirmed by a real org. */
final class HtmlFunctions {

    private HtmlFunctions() {}

    static void addTo(Map<String, Function> known) {
        known.put("HYPERLINK", HtmlFunctions::link);
        known.put("IMAGE", HtmlFunctions::image);
        known.put("BR", arguments -> {
            arguments.count(0, 0);
            return Typed.text(on -> "<br>");
        });
    }

    private static Typed link(Arguments arguments) {
        Expression address = arguments.count(2, 3).text(0);
        Expression shown = arguments.text(1);
        Expression target = arguments.count() == 3 ? arguments.text(2) : on -> "_blank";
        return Typed.text(on -> "<a href=\"" + Operators.orEmpty(address.evaluate(on)) + "\" target=\""
                + Operators.orEmpty(target.evaluate(on)) + "\">" + Operators.orEmpty(shown.evaluate(on)) + "</a>");
    }

    private static Typed image(Arguments arguments) {
        Expression address = arguments.count(2, 4).text(0);
        Expression instead = arguments.text(1);
        List<Expression> sizes = new ArrayList<>();
        for (int index = 2; index < arguments.count(); index++) {
            sizes.add(arguments.number(index));
        }
        return Typed.text(on -> "<img src=\"" + Operators.orEmpty(address.evaluate(on)) + "\" alt=\""
                + Operators.orEmpty(instead.evaluate(on)) + "\"" + style(sizes, on) + " border=\"0\"/>");
    }

    /** Height, then width. */
    private static String style(List<Expression> sizes, Evaluation on) {
        List<String> names = List.of("height", "width");
        StringBuilder style = new StringBuilder();
        for (int index = 0; index < sizes.size(); index++) {
            style.append(names.get(index))
                    .append(':')
                    .append(TextFunctions.written(sizes.get(index).evaluate(on)))
                    .append("px; ");
        }
        return style.isEmpty() ? "" : " style=\"" + style.toString().strip() + "\"";
    }
}
