package dev.tailback.browser;

import com.microsoft.playwright.APIResponse;
import dev.tailback.browser.stage.Person;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds one address of every page: those in the list of routes, and those that pages link to, fetch or post to. */
final class Walk {
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|action|data-source)=\"(/[^\"#]*)");

    private final Person person;
    private final List<Route> routes;
    private final Set<Route> found = new HashSet<>();
    private final List<String> pages = new ArrayList<>();

    /** @param person who may see all of them */
    Walk(Person person, List<Route> routes) {
        this.person = person;
        this.routes = routes;
    }

    /** @param first where to begin, before the routes without a variable part */
    Walk from(List<String> first) {
        Queue<String> next = new ArrayDeque<>(first);
        routes.stream().filter(Route::isFixed).forEach(route -> next.add(route.template()));
        while (!next.isEmpty()) {
            String address = next.remove();
            routes.stream()
                    .filter(route -> route.leadsTo(URI.create(address).getPath()))
                    .findFirst()
                    .filter(found::add)
                    .ifPresent(route -> next.addAll(linksOf(address)));
        }
        return this;
    }

    /** Whole pages. Parts of pages and files are not looked at on their own. */
    List<String> pages() {
        return List.copyOf(pages);
    }

    /** Routes that exist and that no page leads to. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        routes.stream().filter(route -> !found.contains(route)).forEach(route -> missing.add(route.template()));
        return missing;
    }

    private List<String> linksOf(String address) {
        APIResponse answer = person.asks(address);
        boolean isHtml = answer.headers().getOrDefault("content-type", "").startsWith("text/html");
        String text = isHtml ? answer.text() : "";
        if (text.startsWith("<!DOCTYPE")) {
            pages.add(address);
        }
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }
}
