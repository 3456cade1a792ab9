/**
 * Which objects and fields of an org probably stand for which idea, for people who are no developers. It goes by words
 * (names, labels, synonyms of {@code vocabulary.yaml}), by types, by relationships and by what the integration user may
 * do; the same org always gets the same suggestions, each with its reasons.
 *
 * <p>Doors: {@link dev.tailback.mapping.suggestion.FieldSuggestions} for the fields of chosen objects,
 * {@link dev.tailback.mapping.suggestion.ObjectSuggestions} for the objects,
 * {@link dev.tailback.mapping.suggestion.SuggestedFile} for a mapping file made of both; for customers in any CRM {@link
 * dev.tailback.mapping.suggestion.AttributeSuggestions} and {@link dev.tailback.mapping.suggestion.EntityObjects}, by the
 * words of {@code customers.yaml}.
 */
package dev.tailback.mapping.suggestion;
