package dev.tailback.hub.survivorship;

/**
 * Why a candidate won or lost.
 *
 * @param code stable, for pages in other languages and for counting
 * @param sentence plain English with the particulars
 */
public record Reason(String code, String sentence) {}
