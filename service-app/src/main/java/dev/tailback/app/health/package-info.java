/** Whether this process can work: PostgreSQL decides, Redis and Salesforce are shown. */
package dev.tailback.app.health;
