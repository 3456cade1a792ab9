package dev.tailback.app.adsearch;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import java.util.List;

/**
 * The page of all ads.
 *
 * @param products names that can be chosen as a filter
 * @param people accounts that created ads
 */
public record AdsScreen(Visitor visitor, SyncBanner banner, AdList list, List<String> products, List<String> people) {}
