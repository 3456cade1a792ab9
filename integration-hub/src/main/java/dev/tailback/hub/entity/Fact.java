package dev.tailback.hub.entity;

/** One value of one attribute, as one CRM's record holds it. */
public record Fact(Source source, String attribute, Held held, Times times) {}
