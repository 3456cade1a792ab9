/** {@code ./tailback ops}: what operators do on the command line, over the service app's HTTP API. */
package dev.tailback.operatorcli;
