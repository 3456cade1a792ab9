/** The story of the demo: staff, sales and finance act, parts fail, and each chapter checks itself. */
package dev.tailback.verification.story;
