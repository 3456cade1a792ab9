/**
 * How fast a backlog goes into Salesforce: beside Camel's Salesforce component and a worker that sends one record in a
 * call, and with the number of calls at one time that the worker finds itself.
 *
 * <p>Doors: {@code MeasureDrain} and {@code MeasureConcurrency}.
 */
package dev.tailback.verification.benchmarks.drain;
