internal import AcquisLedger
internal import Events

/// A parameter of a route's query: how it is checked, which option of the command it becomes, and how the
/// document of the API describes it.
struct Parameter: Sendable {
  enum Kind: Sendable {
    /// `YYYY-MM-DD`.
    case day
    /// A position, an instant (RFC 3339) or a day.
    case knowledge
    case number(ClosedRange<Int>)
    case word([String])
    /// An id, or an element's key.
    case id
    /// A kind and an id, `candidacy:D-2021-004`.
    case subject
    /// So many characters, among them one that is not blank: a code, a number.
    case text(ClosedRange<Int>)
    /// `YYYY-MM`.
    case month
    case flag
  }

  /// In the address.
  let name: String
  /// The option's, without its two hyphens.
  let option: String
  let kind: Kind
  /// Of those that the command needs.
  var isRequired = false
  /// What it is for, in English; nil: what the option's help says.
  var about: String?

  init(
    _ name: String, option: String? = nil, _ kind: Kind, isRequired: Bool = false,
    about: String? = nil
  ) {
    self.name = name
    self.option = option ?? name
    self.kind = kind
    self.isRequired = isRequired
    self.about = about
  }

  /// The most elements of a page, and how many without `limit`.
  static let (longestPage, usualPage) = (1_000, 100)

  /// The words that the command is given for a value; none for a flag that is `false`.
  func words(_ value: String) throws(ProblemDetails) -> [String] {
    guard isValid(value) else { throw .wrong(name, "expected \(expected)") }
    if case .flag = kind { return value == "true" ? ["--\(option)"] : [] }
    // Nothing was known before the first day that an entry may be recorded on.
    if case .knowledge = kind, Self.isBeforeAll(value) { return ["--\(option)=0"] }
    return ["--\(option)=\(value)"]
  }

  private func isValid(_ value: String) -> Bool {
    switch kind {
    case .day: (try? CalendarDate(value)) != nil
    case .knowledge:
      Int64(value).map { $0 >= 0 && $0.description == value } ?? false
        || (try? CalendarDate(value)) != nil || Self.isInstant(value)
    case .number(let range):
      Int(value).map { range ~= $0 && $0.description == value } ?? false
    case .word(let words): words.contains(value)
    case .id:
      1...200 ~= value.utf8.count
        && value.utf8.allSatisfy { byte in
          Self.isLetterOrDigit(byte) || "._:-".utf8.contains(byte)
        }
    case .text(let range):
      range ~= value.unicodeScalars.count && value.unicodeScalars.contains { $0.value > 0x20 }
        && !value.unicodeScalars.contains { $0.properties.generalCategory == .control }
    case .subject: value.utf8.count <= 200 && (try? Subject(value)) != nil
    case .month:
      value.utf8.count == 7 && value.first != "0" && (try? CalendarDate(value + "-01")) != nil
    case .flag: value == "true" || value == "false"
    }
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Whether a text has the look of an instant; what it says is read by the command.
  private static func isInstant(_ value: String) -> Bool {
    value.utf8.count > 19
      && ((try? Instant(lenient: value)) != nil || isBeforeAll(value))
  }

  /// Whether a text is an instant before 1970.
  private static func isBeforeAll(_ value: String) -> Bool {
    let (bytes, later) = (value.utf8, "2000" + value.dropFirst(4))
    return bytes.count > 19 && value < "1970" && bytes.prefix(4).allSatisfy { 48...57 ~= $0 }
      // The same text of a leap year.
      && (try? Instant(lenient: later)) != nil
  }

  /// No control characters, and something else than blanks.
  static let textPattern =
    "^[^\\u0000-\\u001f\\u007f-\\u009f]*[^\\s\\u0000-\\u001f\\u007f-\\u009f]"
    + "[^\\u0000-\\u001f\\u007f-\\u009f]*$"

  private var expected: String {
    switch kind {
    case .day: "a day, YYYY-MM-DD"
    case .knowledge: "a position, an instant (RFC 3339) or a day, YYYY-MM-DD"
    case .number(let range):
      range.upperBound == Self.anyNumber.upperBound
        ? "a whole number from \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .word(let words): "one of: \(words.joined(separator: ", "))"
    case .id: "an id"
    case .subject: "a kind and an id, as candidacy:D-2021-004"
    case .text(let range): "a text of \(range.lowerBound) to \(range.upperBound) characters"
    case .month: "a month, YYYY-MM"
    case .flag: "true or false"
    }
  }

  /// Numbers as the command line takes them.
  static let anyNumber = 0...Count.limit

  /// Its JSON Schema.
  var schema: JSONValue {
    switch kind {
    case .day: ["type": "string", "format": "date"]
    case .knowledge:
      [
        "anyOf": [
          ["type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_991],
          ["type": "string", "format": "date-time"], ["type": "string", "format": "date"],
        ]
      ]
    case .number(let range):
      [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .word(let words): ["type": "string", "enum": .list(words.map { .string($0) })]
    case .id: ["type": "string", "pattern": "^[A-Za-z0-9._:-]{1,200}$"]
    case .text(let range):
      [
        "type": "string", "minLength": .integer(range.lowerBound),
        "maxLength": .integer(range.upperBound), "pattern": .string(Self.textPattern),
      ]
    case .subject:
      [
        "type": "string",
        "pattern":
          "^((candidate|candidacy|jury|member):[A-Za-z0-9._-]{1,64}|certification:(RNCP|RS)?[0-9]{1,6})$",
      ]
    case .month: ["type": "string", "pattern": "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$"]
    case .flag: ["type": "boolean"]
    }
  }
}
