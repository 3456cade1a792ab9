/** {@code ./tailback ops}: the commands of operators. It knows only the HTTP API of the service app. */
package dev.tailback.operatorcli;
