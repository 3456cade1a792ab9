/** Whether this process can work. PostgreSQL decides; Redis and Salesforce are only shown. */
package dev.tailback.app.health;
