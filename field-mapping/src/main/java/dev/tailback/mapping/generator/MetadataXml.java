package dev.tailback.mapping.generator;

import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes metadata files as Salesforce's own tools do: four blanks a level, quotes as entities. */
final class MetadataXml {

    private static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";

    /** What XML cannot hold at all. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Before and after each quote. */
    private static final Pattern QUOTES = Pattern.compile("(?<=[\"'])|(?=[\"'])");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private MetadataXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String of(String root, Tag... inside) {
        return of(root, List.of(inside));
    }

    static String of(String root, List<Tag> inside) {
        try {
            MetadataXml writer = new MetadataXml();
            writer.document(Tag.with(root, inside));
            return writer.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory cannot be written", impossible);
        }
    }

    private void document(Tag root) throws XMLStreamException {
        text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.writeStartElement(root.name());
        xml.writeDefaultNamespace(NAMESPACE);
        for (Tag tag : root.inside()) {
            element(tag, 1);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.flush();
        text.write("\n");
    }

    private void element(Tag tag, int level) throws XMLStreamException {
        xml.writeCharacters("\n" + "    ".repeat(level));
        xml.writeStartElement(tag.name());
        if (tag.inside().isEmpty()) {
            characters(UNWRITABLE.matcher(tag.text()).replaceAll(""));
        } else {
            for (Tag inside : tag.inside()) {
                element(inside, level + 1);
            }
            xml.writeCharacters("\n" + "    ".repeat(level));
        }
        xml.writeEndElement();
    }

    private void characters(String said) throws XMLStreamException {
        for (String part : QUOTES.split(said)) {
            switch (part) {
                case "\"" -> xml.writeEntityRef("quot");
                case "'" -> xml.writeEntityRef("apos");
                default -> xml.writeCharacters(part);
            }
        }
    }
}
