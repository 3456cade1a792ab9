package dev.tailback.hub.stewards;

/**
 * Who says something, and why.
 *
 * @param who the account
 * @param note what others should know; may be empty
 */
public record Said(String who, String note) {}
