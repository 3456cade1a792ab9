/**
 * The names of the shipped mapping, one by one, for what plays sales and finance on Tailback's own objects: tests and
 * what proves. The programs themselves go by the mapping that they are given.
 */
package dev.tailback.mapping.shipped;
