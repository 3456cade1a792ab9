package dev.tailback.worker.pace;

import java.time.Duration;

/**
 * How often and how many at once the worker calls Salesforce.
 *
 * @param reportWithin the longest that records are gathered while the org's calls of the day are scarce, 1 s to 1 h;
 *     1 min unless set
 * @param leastInFlight the fewest calls at one time that the worker goes down to, 1 or more; 1
 * @param mostInFlight the most calls at one time that it goes up to, up to 32; 20. The same as the fewest: always so
 *     many. The queue never gives one contract to two of them
 */
public record PaceSettings(Duration reportWithin, int leastInFlight, int mostInFlight) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST = 32;

    public static PaceSettings standard() {
        return new PaceSettings(Duration.ofMinutes(1), 1, 20);
    }

    /** @throws IllegalArgumentException if it is not 1 s to 1 h */
    public PaceSettings withReportWithin(Duration reportWithin) {
        if (reportWithin.compareTo(SHORTEST) < 0 || reportWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("must be 1 s to 1 h, but is " + reportWithin.toMillis() + " ms");
        }
        return new PaceSettings(reportWithin, leastInFlight, mostInFlight);
    }

    /**
     * Two numbers with a hyphen, such as {@code 1-20}, are bounds; one number is always so many.
     *
     * @throws IllegalArgumentException if they are not 1 to 32, the smaller one first
     */
    public PaceSettings withInFlight(String text) {
        int hyphen = text.indexOf('-', 1);
        return hyphen < 0
                ? withInFlight(number(text), number(text))
                : withInFlight(number(text.substring(0, hyphen)), number(text.substring(hyphen + 1)));
    }

    /** @throws IllegalArgumentException if they are not 1 to 32, the smaller one first */
    public PaceSettings withInFlight(int least, int most) {
        if (least < 1 || most > MOST || least > most) {
            throw new IllegalArgumentException("must be a number from 1 to " + MOST
                    + ", or two of them as in 1-20, the smaller one first, but is "
                    + (least == most ? String.valueOf(least) : least + "-" + most));
        }
        return new PaceSettings(reportWithin, least, most);
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }
}
