/**
 * One customer, several CRMs. What is judged here is judged by pure functions: {@link dev.tailback.hub.entity} says
 * what is kept in common, {@link dev.tailback.hub.quality} makes values comparable, {@link dev.tailback.hub.matching}
 * judges which records are the same thing, {@link dev.tailback.hub.survivorship} which value wins.
 */
package dev.tailback.hub;
