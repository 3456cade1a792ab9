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

    /** What takes input and lies below something else, so that no finger reaches it. */
    private static final String COVERED = """
            () => {
              const dialog = document.querySelector('dialog[open]');
              const above = e => {
                e.scrollIntoView({ block: 'center' });
                const box = e.getBoundingClientRect();
                return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              };
              return [...document.querySelectorAll('input, select, textarea, button, summary')]
                .filter(e => (!dialog || dialog.contains(e)) && e.checkVisibility({ visibilityProperty: true }))
                .map(e => [e, above(e)])
                .filter(([e, over]) => over && over !== e && !e.contains(over) && !over.contains(e))
                .slice(0, 5).map(([e, over]) => e.outerHTML.slice(0, 120) + ' under ' + over.outerHTML.slice(0, 120));
            }""";

    private Accessible() {}

    /** One sentence for each fault. */
    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>(overflow(page));
        said(page, COVERED).forEach(part -> faults.add("covered: " + part));
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(TAGS)
                .analyze()
                .getViolations()
                .forEach(rule -> faults.add(sentence(rule)));
        return faults;
    }

    static List<String> overflow(Page page) {
        return said(page, STANDING_OUT).stream()
                .map(part -> "wider than the window: " + part)
                .toList();
    }

    private static List<String> said(Page page, String script) {
        return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).collect(Collectors.joining(" | "));
    }
}
