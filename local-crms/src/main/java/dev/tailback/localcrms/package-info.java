/**
 * CRMs on your machine: the program that starts one.
 *
 * <p>Door: {@code LocalCrmsCommand}.
 */
package dev.tailback.localcrms;
