/** What operators see of the way to Salesforce. */
package dev.tailback.app.operator.sync;
