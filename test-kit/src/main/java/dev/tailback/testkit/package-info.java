/** What the tests of several modules share: long awaits, a clock that tests set, and the rules of log lines. */
package dev.tailback.testkit;
