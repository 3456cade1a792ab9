package dev.tailback.localcrms.hubspot.limits;

/**
 * @param tenSecondly calls in any ten seconds
 * @param daily calls from midnight to midnight, UTC
 * @param searchSecondly calls of search in any second
 */
public record AllowanceSettings(int tenSecondly, int daily, int searchSecondly) {

    /** A Professional account's. */
    public static final AllowanceSettings STANDARD = new AllowanceSettings(190, 650_000, 5);

    /** @throws IllegalArgumentException in one sentence */
    public AllowanceSettings {
        if (tenSecondly < 0 || daily < 0 || searchSecondly < 0) {
            throw new IllegalArgumentException("An allowance is a number from 0 on.");
        }
    }

    /** As good as no limit, for tests that are about something else. */
    public static AllowanceSettings generous() {
        return new AllowanceSettings(1_000_000, 100_000_000, 100_000);
    }
}
