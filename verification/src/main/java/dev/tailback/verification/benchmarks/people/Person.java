package dev.tailback.verification.benchmarks.people;

import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.pages.Browser;
import dev.tailback.verification.pages.PageForm;
import dev.tailback.verification.pages.Screen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clicks, waits for the page, thinks, and clicks again; remembers how long each page took. */
final class Person {
    private static final Pattern AD = Pattern.compile("href=\"(/ads/[0-9a-f-]{36})\"");
    private static final int ADS_REMEMBERED = 20;
    private static final int OK = 200;

    private final Browser browser;
    private final List<SoldLine> sold;
    private final Pace pace;
    private final Random random;
    private final Map<Act, Samples> waits = new EnumMap<>(Act.class);
    private final List<String> ownAds = new ArrayList<>();

    /** @param seed a person of the same seed clicks the same */
    Person(Browser browser, List<SoldLine> sold, Pace pace, long seed) {
        this.browser = browser;
        this.sold = sold;
        this.pace = pace;
        this.random = new Random(seed);
    }

    /**
     * How people click.
     *
     * @param until when they stop, by {@link System#nanoTime()}
     * @param think how long they look at a page, on average
     */
    record Pace(long until, Duration think) {
        boolean goesOn() {
            return System.nanoTime() - until < 0;
        }
    }

    /** @return how long each page took, in ms */
    Map<Act, Samples> works() {
        think();
        book();
        while (pace.goesOn()) {
            think();
            act(Act.of(random.nextInt(100)));
        }
        return waits;
    }

    private void think() {
        Await.pass(pace.think().multipliedBy(50 + random.nextInt(100)).dividedBy(100));
    }

    private void act(Act act) {
        switch (act) {
            case LIST -> timed(Act.LIST, () -> browser.opens("/ads"));
            case SEARCH -> timed(Act.SEARCH, () -> browser.opens("/ads?query=AD-" + (1 + random.nextInt(100_000))));
            case CONTRACT -> timed(Act.CONTRACT, () -> browser.opens(contract()));
            case AD -> timed(Act.AD, () -> browser.opens(ownAd()));
            case BOOK -> book();
            case CORRECT -> correct();
        }
    }

    private void book() {
        String contract = contract();
        Screen page = timed(Act.CONTRACT, () -> browser.opens(contract));
        think();
        PageForm form = page.form(contract + "/ads")
                .with("title", "Measured ad " + random.nextInt(1_000_000))
                .with("units", "1");
        Screen booked = timed(Act.BOOK, () -> browser.sends(form));
        Matcher ad = AD.matcher(booked.html());
        if (!ad.find()) {
            throw new IllegalStateException("No ad is on " + booked.path() + " after it was booked");
        }
        ownAds.add(ad.group(1));
        if (ownAds.size() > ADS_REMEMBERED) {
            ownAds.remove(0);
        }
    }

    private void correct() {
        String ad = ownAd();
        Screen page = timed(Act.AD, () -> browser.opens(ad));
        think();
        PageForm form = page.form(ad).with("units", Integer.toString(1 + random.nextInt(5)));
        timed(Act.CORRECT, () -> browser.sends(form));
    }

    private String contract() {
        return "/contracts/" + sold.get(random.nextInt(sold.size())).contractId();
    }

    private String ownAd() {
        return ownAds.get(random.nextInt(ownAds.size()));
    }

    private Screen timed(Act act, Supplier<Screen> click) {
        long begin = System.nanoTime();
        Screen page = click.get();
        if (page.status() != OK) {
            throw new IllegalStateException(page.path() + " was answered " + page.status());
        }
        waits.computeIfAbsent(act, any -> new Samples()).add((System.nanoTime() - begin) / 1e6);
        return page;
    }
}
