package dev.tailback.hub.quality;

/**
 * What a rule of quality says about a value.
 *
 * @param rule its stable id
 * @param sentence for people, without the value: logs never carry values
 */
public record Finding(String rule, String sentence) {}
