package dev.tailback.app.adsearch;

/** @param page from 0, 50 ads each */
public record AdSearch(AdFilter filter, AdOrder order, int page) {}
