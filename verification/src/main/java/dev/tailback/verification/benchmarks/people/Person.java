package dev.tailback.verification.benchmarks.people;

import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.people.Browser.Page;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.fleet.Await;
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
final class Person implements Runnable {
    private static final Pattern AD = Pattern.compile("href=\"(/ads/[0-9a-f-]{36})\"");
    private static final int ADS_REMEMBERED = 20;

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

    Map<Act, Samples> waits() {
        return waits;
    }

    @Override
    public void run() {
        browser.logIn("service", "tailback");
        think();
        book();
        while (pace.goesOn()) {
            think();
            act(Act.of(random.nextInt(100)));
        }
    }

    private void think() {
        Await.pass(pace.think().multipliedBy(50 + random.nextInt(100)).dividedBy(100));
    }

    private void act(Act act) {
        switch (act) {
            case LIST -> timed(Act.LIST, () -> browser.open("/ads"));
            case SEARCH -> timed(Act.SEARCH, () -> browser.open("/ads?query=AD-" + (1 + random.nextInt(100_000))));
            case CONTRACT -> timed(Act.CONTRACT, () -> browser.open(contract()));
            case AD -> timed(Act.AD, () -> browser.open(ownAd()));
            case BOOK -> book();
            case CORRECT -> correct();
        }
    }

    private void book() {
        String contract = contract();
        Page page = timed(Act.CONTRACT, () -> browser.open(contract));
        think();
        Map<String, String> typed = Map.of("title", "Measured ad " + random.nextInt(1_000_000), "units", "1");
        Page booked = timed(Act.BOOK, () -> browser.send(Browser.formTo(page, contract + "/ads"), typed));
        Matcher ad = AD.matcher(booked.html());
        if (!ad.find()) {
            throw new IllegalStateException("No ad is on " + booked.address() + " after it was booked");
        }
        ownAds.add(ad.group(1));
        if (ownAds.size() > ADS_REMEMBERED) {
            ownAds.remove(0);
        }
    }

    private void correct() {
        String ad = ownAd();
        Page page = timed(Act.AD, () -> browser.open(ad));
        think();
        Map<String, String> typed = Map.of("units", Integer.toString(1 + random.nextInt(5)));
        timed(Act.CORRECT, () -> browser.send(Browser.formTo(page, ad), typed));
    }

    private String contract() {
        return "/contracts/" + sold.get(random.nextInt(sold.size())).contractId();
    }

    private String ownAd() {
        return ownAds.get(random.nextInt(ownAds.size()));
    }

    private Page timed(Act act, Supplier<Page> click) {
        long begin = System.nanoTime();
        Page page = click.get();
        waits.computeIfAbsent(act, any -> new Samples()).add((System.nanoTime() - begin) / 1e6);
        return page;
    }
}
