package dev.tailback.verification.pages;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as somebody sees it.
 *
 * @param path where the browser is after every redirect
 */
public record Screen(int status, String path, String html) {
    private static final Pattern REFUSAL = Pattern.compile(
            "(?s)<div class=\"notice bad\" role=\"alert\"[^>]*>\\s*<h2>.*?<p>(.*?)</p>.*?<code>(.*?)</code>");

    public PageForm form(String action) {
        return form(form -> form.action().equals(action));
    }

    public PageForm form(Predicate<PageForm> wanted) {
        return Forms.on(html).stream()
                .map(form -> new PageForm(form.action(), form.fields()))
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new PageUnexpected(path + " does not offer what is done next: " + text(html)));
    }

    /** The code of the refusal that the page shows; empty if it shows none. */
    public String code() {
        Matcher refusal = REFUSAL.matcher(html);
        return refusal.find() ? text(refusal.group(2)) : "";
    }

    /** The sentence of the refusal that the page shows; empty if it shows none. */
    public String refusal() {
        Matcher refusal = REFUSAL.matcher(html);
        return refusal.find() ? text(refusal.group(1)) : "";
    }

    public boolean says(String words) {
        return text(html).contains(words);
    }

    private static String text(String html) {
        return Forms.plain(html.replaceAll("(?s)<[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
