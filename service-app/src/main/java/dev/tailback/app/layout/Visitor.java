package dev.tailback.app.layout;

import dev.tailback.app.ads.OwnAds;
import dev.tailback.web.texts.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who looks at a page.
 *
 * @param formToken goes into every form of the page
 * @param roles what the visitor may do
 * @param path of the page, so that the bar can mark it
 * @param rejectedAds how many ads wait for somebody's decision
 * @param ownAds how many ads the visitor created, 1,000 at most; 0 for who creates none
 * @param ofProvider whether an OpenID provider vouches for the visitor, who has no password here
 * @param texts in the visitor's language
 */
public record Visitor(
        String name,
        String formToken,
        Set<String> roles,
        String path,
        long rejectedAds,
        long ownAds,
        boolean ofProvider,
        Texts texts) {

    /** The roles of people who create, correct and cancel ads. */
    static final Set<String> BOOKING = Set.of("service", "operator");

    /** Whether the visitor may create, correct and cancel ads. */
    public boolean books() {
        return hasOneOf(BOOKING);
    }

    /** How many ads are the visitor's own, as the bar says it; empty for none. */
    public String ownAdsShown() {
        long shown = Math.min(ownAds, OwnAds.COUNTED);
        return ownAds == 0 ? "" : texts.number(shown) + (shown < ownAds ? "+" : "");
    }

    /** Whether the visitor may see every ad. */
    public boolean readsAds() {
        return hasOneOf(Navigation.ADS.roles());
    }

    /** Whether the visitor has one of these roles. */
    public boolean hasOneOf(Collection<String> some) {
        return some.stream().anyMatch(roles::contains);
    }

    /** The pages in the bar that this visitor may open. */
    public List<Navigation> pages() {
        return Navigation.of(this);
    }
}
