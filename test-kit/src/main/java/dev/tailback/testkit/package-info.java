/** What the tests of several modules share: long awaits and a clock that tests set. */
package dev.tailback.testkit;
