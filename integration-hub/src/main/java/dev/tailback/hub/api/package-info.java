/** What people and programs ask and order over HTTP; docs/hub.md lists the calls. No door. */
package dev.tailback.hub.api;
