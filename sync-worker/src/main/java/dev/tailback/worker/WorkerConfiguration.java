package dev.tailback.worker;

import dev.tailback.queue.QueueConfiguration;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.worker.entrance.EntranceSettings;

/** Where the queue and Salesforce are, how to work between them, and what the outside may see of it. */
public record WorkerConfiguration(
        QueueConfiguration queue,
        SalesforceConfiguration salesforce,
        WorkerSettings settings,
        EntranceSettings entrance) {}
