/**
 * Who calls. The accounts are the service app's; the hub asks it. No door: the framework knows who calls after it.
 */
package dev.tailback.hub.people;
