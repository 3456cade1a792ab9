/**
 * Another schema for an org that runs: files put in place of others, fields renamed, and all rows taken along or the
 * change refused.
 *
 * <p>Doors: {@code OrgSource} holds the files, {@code ChangeSchema} makes the org.
 */
@NullMarked
package dev.tailback.localorg.change;

import org.jspecify.annotations.NullMarked;
