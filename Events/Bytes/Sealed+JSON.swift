extension Sealed: CanonicalValue {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.object { (reader) throws(ReadingFailure) in
      let key: KeyID = try reader.required("key")
      let nonce: UncheckedBase64 = try reader.required("nonce")
      let version: Count = try reader.required("sealed")
      guard version.value == 1 else {
        throw ReadingFailure(.wrongKind(expected: .exactly("1")), path: ["sealed"])
      }
      let text: UncheckedBase64 = try reader.required("text")
      do throws(InvalidValue) {
        return try Self(key: key, nonce: nonce.text, text: text.text)
      } catch {
        throw ReadingFailure(.invalid(error))
      }
    }
  }

  public func write(to writer: inout CanonicalWriter) {
    writer.object { writer in
      writer.member("key", key)
      writer.member("nonce", UncheckedBase64(text: nonce))
      writer.key("sealed")
      writer.integer(1)
      writer.member("text", UncheckedBase64(text: text))
    }
  }
}

extension Sealed {
  /// The JSON object that replaces the clear text in an event.
  public var json: JSONValue {
    [
      "key": .string(key.text), "nonce": .string(nonce), "sealed": 1, "text": .string(text),
    ]
  }
}

/// A string that ``Sealed`` will check to be base64.
private struct UncheckedBase64: CanonicalText {
  let text: String

  init(text: String) { self.text = text }

  init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    text = try reader.string()
  }

  var canonicalText: String { text }
}

extension RecordedText: FieldValue {
  public static var form: FieldForm { .recordedText }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self =
      reader.next == UInt8(ascii: "{")
      ? .sealed(try reader.value()) : .clear(try reader.value())
  }

  public func write(to writer: inout CanonicalWriter) {
    switch self {
    case .clear(let text): text.write(to: &writer)
    case .sealed(let sealed): sealed.write(to: &writer)
    }
  }
}
