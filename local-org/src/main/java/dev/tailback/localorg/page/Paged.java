package dev.tailback.localorg.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One page of many rows.
 *
 * @param number from 1
 */
record Paged<T>(List<T> shown, int number, int total) {
    static final int SIZE = 50;

    /** @param asked the number in the address; what is none, or too large, is the nearest page that exists */
    static <T> Paged<T> of(List<T> all, String asked) {
        int last = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int number = Math.max(1, Math.min(last, asked.matches("\\d{1,7}") ? Integer.parseInt(asked) : 1));
        int from = (number - 1) * SIZE;
        return new Paged<>(all.subList(from, Math.min(all.size(), from + SIZE)), number, all.size());
    }

    /** Which these are: "51 to 100 of 3,025". */
    String range() {
        int from = (number - 1) * SIZE;
        return total <= SIZE
                ? "%,d in all".formatted(total)
                : "%,d to %,d of %,d".formatted(from + 1, from + shown.size(), total);
    }

    /** Links to the pages beside this one; nothing when this is the only one. */
    String links(String path, Map<String, String> parameters) {
        if (total <= SIZE) {
            return "";
        }
        StringBuilder html = new StringBuilder("<nav class=\"pages\" aria-label=\"Pages\">");
        if (number > 1) {
            html.append(link(path, parameters, 1, "First page")).append(' ');
            html.append(link(path, parameters, number - 1, "Previous page")).append(' ');
        }
        if (number * SIZE < total) {
            html.append(link(path, parameters, number + 1, "Next page")).append(' ');
            html.append(link(path, parameters, (total + SIZE - 1) / SIZE, "Last page"));
        }
        return html.append("</nav>").toString();
    }

    private static String link(String path, Map<String, String> parameters, int page, String text) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("page", Integer.toString(page));
        return Html.link(Html.address(path, all), text);
    }
}
