/**
 * The figures of the way to Salesforce minute by minute, for the graphs of the console. They are kept for some days.
 *
 * <p>Door: {@code Samples}.
 */
package dev.tailback.app.operator.samples;
