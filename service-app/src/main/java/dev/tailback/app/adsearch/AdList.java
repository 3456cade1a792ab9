package dev.tailback.app.adsearch;

import dev.tailback.app.entries.EntryState;
import dev.tailback.app.layout.Fingerprint;

/**
 * Ads as a page lists them.
 *
 * @param place the address of the page
 * @param source where the list itself is asked for again
 * @param query what narrows it, for the addresses of its pages
 * @param mark of the moment it was read; see {@link SearchAds#mark}
 */
public record AdList(String place, String source, AdQuery query, AdPage page, String mark) {

    /** Changes when what people see changes; begins with the mark, so that an unchanged ledger is not read again. */
    public String seen() {
        return mark + "." + Fingerprint.of(page);
    }

    /** Whether a browser that saw this has everything there is at this mark. */
    public static boolean isUpToDate(String seen, String mark) {
        return seen.startsWith(mark + ".");
    }

    /** Whether a browser that saw this sees the same now, although the mark has moved. */
    public boolean looksAs(String earlier) {
        int dot = earlier.lastIndexOf('.');
        return dot >= 0 && seen().endsWith(earlier.substring(dot));
    }

    /** Where to ask whether something changed. */
    public String poll() {
        return query.at(source, "seen", seen());
    }

    /** Seconds until then: soon while a change is expected. */
    public int every() {
        boolean moving = page.ads().stream()
                .anyMatch(ad -> ad.state() == EntryState.WAITING || ad.state() == EntryState.RETRYING);
        return moving ? 2 : 5;
    }

    /** The address of another page. @param number from 0 */
    public String at(int number) {
        return query.atPage(number).at(place);
    }

    public String inState(String state) {
        return query.inState(state).at(place);
    }

    /** Beyond the last page of a result that has some. */
    public boolean isBeyond() {
        return page.ads().isEmpty() && page.total() > 0;
    }

    public int lastPage() {
        return (int) Math.max(0, page.pages() - 1);
    }
}
