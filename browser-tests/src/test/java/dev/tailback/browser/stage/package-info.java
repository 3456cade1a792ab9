/**
 * What every browser test stands on: the packaged programs and one Chromium, started once per Java machine of tests. A test class says
 * {@link dev.tailback.browser.stage.BrowserTest} and takes a {@link dev.tailback.browser.stage.Stage}.
 */
package dev.tailback.browser.stage;
