internal import Cryptography
public import EventLog
internal import Events
internal import TransparencyLog

/// Writes recorded events as CloudEvents 1.0 in the JSON event format (CNCF, `spec.md` and
/// `json-format.md` 1.0.2), one event a line.
///
/// - `specversion`: `1.0`
/// - `id`: the event's id
/// - `source`: the log's name, `acquis/` and 16 hexadecimal digits, which is a relative URI reference
///   (``Ledger/cloudEventSource()``)
/// - `type`: `acquis.<EventType>.v<schema>`. The specification advises a reverse DNS name before it: that
///   would be a domain of the certifier, which the log does not know.
/// - `subject`: the first of `subjects`; absent where the event has none
/// - `time`: `recordedAt`, the instant of recording in UTC
/// - `datacontenttype`: `application/json`; `data`: the event's data as stored, sealed texts still sealed
///
/// and these extensions, all Strings, absent where the event has no such value:
///
/// - `position`: decimal digits; an Integer of CloudEvents has 32 bits, a position 63
/// - `occurredon`: the civil day in Paris on which the fact took effect
/// - `recordedby`, `judged`, `clock`: as in the log
/// - `waives`, `subjects`: separated by commas
/// - `reason`: the stored value as JSON text, a string or the sealed object
/// - `leafhash`: SHA-256(0x00 ‖ canonical bytes), base64: the event's leaf in the log's tree (RFC 9162)
///
/// A String of CloudEvents has no control character and no noncharacter. Subjects write those, `,` and `%`
/// as `%` and two hexadecimal digits for each byte; the text of `reason` escapes them as JSON does.
public struct CloudEvents: ~Copyable {
  private let source: String
  private let tree: TreeHash

  /// - Throws: ``CryptographyFailure``.
  public init(source: String) throws {
    self.source = source
    tree = try TreeHash()
  }

  /// An event's line, its newline included.
  ///
  /// Cost: the event is decoded, parsed and hashed.
  ///
  /// - Throws: ``LogFailure`` for an event that cannot be read; ``CryptographyFailure``.
  public func line(_ stored: StoredEvent) throws -> [UInt8] {
    let envelope = try stored.envelope()
    let event = envelope.event
    let bytes = unsafe Array(stored.bytes)
    let json: JSONValue
    do throws(ReadingFailure) { json = try JSONValue(parsing: bytes) } catch {
      throw LogFailure.unreadable(stored.position, error)
    }
    let subjects = event.fact.subjects.map { Self.attributeText($0.description) }
    let leaf = try unsafe tree.leaf(stored.bytes)
    let attributes: [(name: String, text: String?)] = [
      ("specversion", "1.0"),
      ("id", event.id.description),
      ("source", source),
      ("type", "acquis.\(stored.type.rawValue).v\(Self.schema(json, stored.type))"),
      ("subject", subjects.first),
      ("time", envelope.recordedAt.description),
      ("datacontenttype", "application/json"),
      ("position", stored.position.description),
      ("occurredon", event.occurredOn.description),
      ("recordedby", event.recordedBy.text),
      ("judged", event.judged?.description),
      ("clock", envelope.clock?.rawValue),
      ("waives", event.waives?.elements.map(\.description).joined(separator: ",")),
      ("subjects", subjects.isEmpty ? nil : subjects.joined(separator: ",")),
      ("reason", json["reason"].map(Self.jsonText)),
      ("leafhash", leaf.base64),
    ]
    var members = attributes.compactMap { attribute in
      attribute.text.map { JSONMember(attribute.name, .string($0)) }
    }
    members.append(JSONMember("data", json["data"] ?? .null))
    return Array(JSONValue.object(members).description.utf8) + [newline]
  }

  private static func schema(_ json: JSONValue, _ type: EventType) -> Int {
    if case .integer(let schema) = json["schema"] { schema } else { type.currentSchema.number }
  }

  /// A value as JSON text in which every scalar that an attribute may not contain is escaped.
  private static func jsonText(_ value: JSONValue) -> String {
    var text = ""
    for scalar in String(decoding: value.canonicalBytes, as: UTF8.self).unicodeScalars {
      guard scalar.isRefusedInAttributes else {
        text.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(Character(scalar)).utf16 {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return text
  }

  /// A text in which every scalar that an attribute may not contain, and every comma, is percent-encoded.
  private static func attributeText(_ text: String) -> String {
    var encoded = ""
    for scalar in text.unicodeScalars {
      guard scalar.isRefusedInAttributes || scalar == "," || scalar == "%" else {
        encoded.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(Character(scalar)).utf8 {
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}

extension Unicode.Scalar {
  /// Whether a String of CloudEvents may not contain it: control characters and noncharacters.
  fileprivate var isRefusedInAttributes: Bool {
    switch value {
    case 0x00...0x1f, 0x7f...0x9f, 0xfdd0...0xfdef: true
    default: value & 0xfffe == 0xfffe
    }
  }
}
