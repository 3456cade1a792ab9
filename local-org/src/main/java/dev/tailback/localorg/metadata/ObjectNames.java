package dev.tailback.localorg.metadata;

/** What an object is called, and whether clients may write its rows. */
record ObjectNames(String name, String label, String plural, boolean writable) {}
