package dev.tailback.browser.stage;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a machine can find of WCAG 2.2 AA on a page as it stands, and whether the page fits its window. */
final class Accessible {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Elements that stand out to the right of the window, without being inside of something that scrolls. */
    private static final String STANDING_OUT = """
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return [];
              const scrolls = e => e && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
              return [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(e.parentElement))
                .slice(0, 5).map(e => e.outerHTML.slice(0, 120)).concat('page: ' + root.scrollWidth + ' > ' + root.clientWidth);
            }""";

    private Accessible() {}

    /** One sentence for each fault. */
    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>(overflow(page));
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(TAGS)
                .analyze()
                .getViolations()
                .forEach(rule -> faults.add(sentence(rule)));
        return faults;
    }

    static List<String> overflow(Page page) {
        return ((List<?>) page.evaluate(STANDING_OUT))
                .stream().map(part -> "wider than the window: " + part).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).collect(Collectors.joining(" | "));
    }
}
