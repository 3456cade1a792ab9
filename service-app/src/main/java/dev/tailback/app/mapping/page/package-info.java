/** The mapping on the admins' page: what is in use, its versions, a check before a change, and the change. */
package dev.tailback.app.mapping.page;
