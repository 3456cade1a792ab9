package dev.tailback.hub.pages;

import java.util.List;

/** How good the values of each CRM are. */
public record QualityScreen(List<ScoredCrm> crms, Called called) {}
