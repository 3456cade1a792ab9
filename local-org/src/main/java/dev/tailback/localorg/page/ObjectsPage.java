package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.Org;

/** Every object of the org. */
final class ObjectsPage {

    private ObjectsPage() {}

    static String html(Org org) {
        StringBuilder html = new StringBuilder("<ul class=\"cards\">");
        for (ObjectType type : org.schema().objects()) {
            html.append("<li>").append(Html.link("/objects/" + type.name(), type.pluralLabel()));
            html.append(" <small>").append(Html.escaped(type.name())).append("</small></li>");
        }
        return html.append("</ul>").toString();
    }
}
