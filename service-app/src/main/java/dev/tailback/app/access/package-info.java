/** Guards around every call: form tokens, headers for browsers, and the answer to a call that may not pass. */
package dev.tailback.app.access;
