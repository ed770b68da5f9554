package dev.mantra.replayer.render;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements, a line each where asked for; text and attributes are escaped. */
final class Xml {

  private final XMLStreamWriter writer;

  Xml(OutputStream out) throws XMLStreamException {
    // A stream would be given an encoder that writes what it calls unusual as references.
    writer =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** {@code <!DOCTYPE …>}. */
  Xml documentType(String name) throws XMLStreamException {
    writer.writeDTD("<!DOCTYPE " + name + ">");
    return line();
  }

  /** Begins an element; attributes are names and values in turns. */
  Xml begin(String name, String... attributes) throws XMLStreamException {
    writer.writeStartElement(name);
    return attributes(attributes);
  }

  Xml end() throws XMLStreamException {
    writer.writeEndElement();
    return this;
  }

  Xml empty(String name, String... attributes) throws XMLStreamException {
    writer.writeEmptyElement(name);
    return attributes(attributes);
  }

  /** One more attribute of the element that was just begun. */
  Xml attribute(String name, String value) throws XMLStreamException {
    writer.writeAttribute(name, value);
    return this;
  }

  Xml text(String text) throws XMLStreamException {
    writer.writeCharacters(text);
    return this;
  }

  Xml line() throws XMLStreamException {
    return text("\n");
  }

  void flush() throws XMLStreamException {
    writer.flush();
  }

  private Xml attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], attributes[i + 1]);
    }
    return this;
  }
}
