package dev.mantra.replayer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements, a line each where asked for; text and attributes are escaped. */
public final class Xml {

  private final Writer out;
  private final XMLStreamWriter writer;

  /** Writes to a stream, which stays the caller's to close. */
  public Xml(OutputStream out) throws IOException {
    // A stream would be given an encoder that writes what it calls unusual as references.
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      this.writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(this.out);
    } catch (XMLStreamException e) {
      throw new IOException("cannot write a page", e);
    }
  }

  /** {@code <!DOCTYPE …>}. */
  public Xml documentType(String name) throws IOException {
    step(() -> writer.writeDTD("<!DOCTYPE " + name + ">"));
    return line();
  }

  /** Begins an element; attributes are names and values in turns. */
  public Xml begin(String name, String... attributes) throws IOException {
    step(() -> writer.writeStartElement(name));
    return attributes(attributes);
  }

  public Xml end() throws IOException {
    return step(writer::writeEndElement);
  }

  public Xml empty(String name, String... attributes) throws IOException {
    step(() -> writer.writeEmptyElement(name));
    return attributes(attributes);
  }

  /** One more attribute of the element that was just begun. */
  public Xml attribute(String name, String value) throws IOException {
    return step(() -> writer.writeAttribute(name, value));
  }

  public Xml text(String text) throws IOException {
    return step(() -> writer.writeCharacters(text));
  }

  /** Elements that are written already. */
  public Xml markup(String elements) throws IOException {
    text(""); // what was begun is complete with that
    flush();
    out.write(elements);
    return this;
  }

  public Xml line() throws IOException {
    return text("\n");
  }

  public void flush() throws IOException {
    step(writer::flush);
  }

  private Xml attributes(String... attributes) throws IOException {
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
    return this;
  }

  private Xml step(Step step) throws IOException {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cause
          ? cause
          : new IOException("cannot write a page: " + e.getMessage(), e);
    }
  }

  private interface Step {
    void run() throws XMLStreamException;
  }
}
