package dev.tailback.localorg.metadata;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An element of a metadata file that answers in our types or says what is wrong with the file. */
record XmlElement(SourceFile file, Element element) {

    static XmlElement read(SourceFile file, String root) {
        XmlElement read = read(file);
        if (!read.element.getLocalName().equals(root)) {
            throw file.broken("the root element must be <" + root + ">, not <" + read.element.getLocalName() + ">");
        }
        return read;
    }

    static XmlElement read(SourceFile file) {
        try (var in = file.open()) {
            return new XmlElement(file, parser().parse(in).getDocumentElement());
        } catch (SAXParseException e) {
            throw file.broken("not well-formed XML at line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException e) {
            throw file.broken("cannot be read: " + e.getMessage());
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser", e);
        }
    }

    List<XmlElement> children(String name) {
        List<XmlElement> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getLocalName().equals(name)) {
                found.add(new XmlElement(file, child));
            }
        }
        return found;
    }

    Optional<XmlElement> child(String name) {
        List<XmlElement> all = children(name);
        if (all.size() > 1) {
            throw file.broken("<" + name + "> stands there " + all.size() + " times");
        }
        return all.stream().findFirst();
    }

    String text() {
        return element.getTextContent().strip();
    }

    Optional<String> text(String name) {
        return child(name).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    List<String> texts(String name) {
        return children(name).stream().map(XmlElement::text).toList();
    }

    String required(String name) {
        return text(name).orElseThrow(() -> file.broken("<" + name + "> is missing"));
    }

    boolean flag(String name) {
        String text = text(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw file.broken("<" + name + "> must be true or false, not " + text);
        }
        return text.equals("true");
    }

    int number(String name, int otherwise) {
        return text(name).map(text -> whole(name, text)).orElse(otherwise);
    }

    int requiredNumber(String name) {
        return whole(name, required(name));
    }

    private int whole(String name, String text) {
        try {
            return new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw file.broken("<" + name + "> must be a whole number, not " + text);
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> words, String name, String text) {
        for (E word : words.getEnumConstants()) {
            if (word.name().replace("_", "").equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw file.broken("<" + name + "> cannot be " + text);
    }
}
