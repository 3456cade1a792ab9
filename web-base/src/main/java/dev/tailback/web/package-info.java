/**
 * What every program with people and a PostgreSQL of its own has: errors, input, texts, loops, limits, health. It knows
 * nothing of what a program is for.
 */
package dev.tailback.web;
