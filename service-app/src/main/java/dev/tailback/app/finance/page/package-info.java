/** Finance's pages: a month with its close, and a statement as people print it. */
package dev.tailback.app.finance.page;
