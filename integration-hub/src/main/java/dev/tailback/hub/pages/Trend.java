package dev.tailback.hub.pages;

import dev.tailback.hub.scores.Share;
import dev.tailback.web.texts.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One share as it is, and as it was on the days before.
 *
 * @param name the last part of its text's key
 * @param days on which there was something to count, the oldest first
 */
public record Trend(String name, Share now, List<Day> days) {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 58;
    private static final int MARGIN = 2;

    record Day(LocalDate day, Share share) {}

    /** @param days at least one, the newest first */
    static Trend of(String name, List<Day> days) {
        List<Day> counted = days.stream()
                .filter(one -> one.share().share().isPresent())
                .sorted((one, other) -> one.day().compareTo(other.day()))
                .toList();
        return new Trend(name, days.get(0).share(), counted);
    }

    /** 97.5; rounded down, so that it is 100 only when nothing is missing. Not there where there is nothing to count. */
    public Optional<String> percent(Texts texts) {
        return now.share().map(share -> percent(share, texts));
    }

    private static String percent(double share, Texts texts) {
        return texts.units(BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.FLOOR));
    }

    /** In words what the line shows; not there where it shows one day alone. */
    public Optional<String> before(Texts texts) {
        return isLine()
                ? days.stream()
                        .findFirst()
                        .map(first -> texts.of(
                                "quality.before",
                                first.share()
                                        .share()
                                        .map(share -> percent(share, texts))
                                        .orElse(""),
                                texts.date(first.day())))
                : Optional.empty();
    }

    public boolean isLine() {
        return days.size() > 1;
    }

    /** From left to right, the newest day at the right edge; all of it at the upper edge, none of it at the lower one. */
    public String points() {
        LocalDate last = days.get(days.size() - 1).day();
        return days.stream().map(day -> point(day, last)).collect(Collectors.joining(" "));
    }

    private static String point(Day day, LocalDate last) {
        long ago = ChronoUnit.DAYS.between(day.day(), last);
        double share = day.share().share().orElse(0.0);
        return WIDTH - ago * WIDTH / ScoredCrm.DAYS + "," + (HEIGHT - Math.round(share * (HEIGHT - MARGIN)));
    }
}
