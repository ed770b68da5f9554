package dev.mantra.formats.asciicast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Opens asciicasts: finds out the version and reads the header. */
final class AsciicastFile {

  private static final int LONGEST_HEADER = 1 << 20;

  private AsciicastFile() {}

  static ForeignRecording open(RecordingFile file) throws IOException {
    return switch (version(file)) {
      case ASCIICAST_V2 -> openLines(file, AsciicastVersion.V2);
      case ASCIICAST_V3 -> openLines(file, AsciicastVersion.V3);
      case ASCIICAST_V1 -> openV1(file);
      case SCRIPT, TTYREC -> throw new IllegalStateException("no asciicast");
    };
  }

  /** Reads only as far as the version: version 1 may be one line of any length. */
  private static ForeignFormat version(RecordingFile file) throws IOException {
    String wrong = "the header has no \"version\"";
    try (var json = Json.FACTORY.createParser(file.open())) {
      json.enable(JsonReadFeature.ALLOW_YAML_COMMENTS.mappedFeature());
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        var value = json.nextToken();
        if (name.equals("stdout") && value == JsonToken.START_ARRAY) {
          return ForeignFormat.ASCIICAST_V1;
        }
        if (name.equals("version")) {
          var number = value.isNumeric() ? json.getText() : "";
          var format = numbered(number);
          if (format.isPresent()) {
            return format.get();
          }
          wrong = "the version is " + number + "; versions 1, 2 and 3 can be read";
          break;
        }
        json.skipChildren();
      }
    } catch (JsonProcessingException e) {
      wrong = "the header cannot be read: " + firstLine(e);
    } catch (EOFException | ZipException e) {
      wrong = "the compressed file is damaged in the header: " + e.getMessage();
    }
    throw MalformedRecordingException.atLine(file.path(), 1, wrong);
  }

  private static Optional<ForeignFormat> numbered(String version) {
    return switch (version) {
      case "1" -> Optional.of(ForeignFormat.ASCIICAST_V1);
      case "2" -> Optional.of(ForeignFormat.ASCIICAST_V2);
      case "3" -> Optional.of(ForeignFormat.ASCIICAST_V3);
      default -> Optional.empty();
    };
  }

  private static ForeignRecording openLines(RecordingFile file, AsciicastVersion version)
      throws IOException {
    try (var lines = new Lines(file.open(), LONGEST_HEADER)) {
      while (lines.next() && (lines.isBlank() || lines.startsWith('#'))) {
        // what precedes the header is no part of it
      }
      try (var json = Json.FACTORY.createParser(lines.buffer(), lines.from(), lines.length())) {
        json.nextToken();
        var header = AsciicastHeader.read(json).toForeign(version.format(), lines.bytes());
        return new ForeignRecording(
            List.of(file.path()),
            version.format(),
            header,
            problems -> new AsciicastReader(file, version, problems));
      } catch (JsonProcessingException e) {
        throw MalformedRecordingException.atLine(
            file.path(),
            lines.number(),
            lines.isTooLong()
                ? "the header is longer than 1 MB"
                : "the header cannot be read: " + firstLine(e));
      } catch (IllegalArgumentException e) {
        throw MalformedRecordingException.atLine(
            file.path(), lines.number(), String.valueOf(e.getMessage()));
      }
    }
  }

  private static ForeignRecording openV1(RecordingFile file) throws IOException {
    var members = AsciicastV1Reader.header(file);
    var verbatim = new JsonText();
    new Json.Obj(members.members()).writeTo(verbatim);
    try {
      return new ForeignRecording(
          List.of(file.path()),
          ForeignFormat.ASCIICAST_V1,
          members.toForeign(ForeignFormat.ASCIICAST_V1, verbatim.toBytes()),
          problems -> new AsciicastV1Reader(file, problems));
    } catch (IllegalArgumentException e) {
      throw MalformedRecordingException.atLine(file.path(), 1, String.valueOf(e.getMessage()));
    }
  }

  private static String firstLine(JsonProcessingException e) {
    var message = e.getOriginalMessage();
    return message == null ? "not JSON" : message.lines().findFirst().orElse("not JSON");
  }
}
