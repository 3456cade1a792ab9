/** How many calls to Salesforce a thousand entries cost. */
package dev.tailback.verification.benchmarks.calls;
