package dev.tailback.pages;

/**
 * Who looks at a page.
 *
 * @param formToken goes into every form of the page
 */
public record Visitor(String name, String formToken) {}
