package dev.tailback.app.pages;

/**
 * Who looks at a page.
 *
 * @param formToken goes into every form of the page
 * @param books may create, correct and cancel ads
 */
public record Visitor(String name, String formToken, boolean books) {}
