package dev.tailback.hub.pages;

import dev.tailback.hub.api.RulesApi.FileView;
import dev.tailback.hub.api.RulesApi.PreviewView;
import java.util.Optional;

/**
 * The rules in force and the file at work.
 *
 * @param text what stands in the form
 * @param note of what was previewed
 */
public record RulesScreen(FileView inForce, String text, String note, Optional<PreviewView> preview) {}
