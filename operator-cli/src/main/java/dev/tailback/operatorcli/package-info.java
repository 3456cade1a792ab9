/** {@code ./tailback ops} and {@code ./tailback org}: the commands of operators and admins. It knows only the HTTP API of the service app. */
package dev.tailback.operatorcli;
