/** What stands on the pages of the service app, as a browser reads them. */
package dev.tailback.verification.pages;
