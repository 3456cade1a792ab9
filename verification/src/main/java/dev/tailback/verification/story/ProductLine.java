package dev.tailback.verification.story;

/** One sold line of a contract, as Salesforce shows it to sales. */
record ProductLine(String id, String product, int sold, int consumed, int available) {}
