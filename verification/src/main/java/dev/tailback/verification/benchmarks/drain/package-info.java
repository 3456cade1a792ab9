/** How fast a backlog goes into Salesforce, beside a worker that sends one record in a call. */
package dev.tailback.verification.benchmarks.drain;
