/**
 * What is reachable, permitted and mapped: PostgreSQL, Redis, the org with the rights of its integration user, the
 * workers. Each check stands alone, and one that cannot be made says so.
 *
 * <p>Doors: {@code DoctorApi} over HTTP; {@code Examination} for pages.
 */
package dev.tailback.app.doctor;
