package dev.tailback.sync;

import dev.tailback.queue.QueueConfiguration;
import dev.tailback.salesforce.SalesforceConfiguration;

/** Where the queue and Salesforce are, and how to work between them. */
public record WorkerConfiguration(
        QueueConfiguration queue, SalesforceConfiguration salesforce, WorkerSettings settings) {}
