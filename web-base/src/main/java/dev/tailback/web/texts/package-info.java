/**
 * What people read on pages, in German and English: the sentences of each language stand in one file ({@code
 * texts/texts_en.properties} and {@code texts_de.properties}), and numbers, dates and times are written as the reader's
 * locale writes them.
 *
 * <p>Door: {@code Texts}.
 */
package dev.tailback.web.texts;
