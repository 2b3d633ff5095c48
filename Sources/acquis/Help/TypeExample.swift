internal import AcquisLedger
internal import Events

/// A call that records a fact of a type, as a person types it.
///
/// It is written with the values that are recorded; in French the days, the closed words and the booleans
/// are those of the language.
struct TypeExample {
  enum Word: ExpressibleByStringLiteral {
    /// `field=value`, or a word of the shell.
    case plain(String)
    /// A field whose value is a text of the language.
    case text(String, Text)

    init(stringLiteral word: String) { self = .plain(word) }
  }

  /// The command without `acquis`; nil: `record TYPE`.
  private let command: String?
  /// The day it took effect; nil: none is given.
  private let day: String?
  private let words: [Word]
  private let reason: Text?

  init(on day: String, _ words: [Word]) {
    (command, self.day, self.words, reason) = (nil, day, words, nil)
  }

  /// A type that another command records.
  init(command: String, reason: Text) {
    (self.command, day, words, self.reason) = (command, nil, [], reason)
  }

  /// The words of the call, each quoted as a shell needs it.
  func words(_ type: EventType, in language: Language) -> [String] {
    var call = ["acquis"]
    if let command {
      call += command.split(separator: " ").map(String.init)
    } else {
      call += ["record", type.rawValue]
    }
    if let day { call += ["--on", Self.day(day, in: language)] }
    call += words.map { Self.shown($0, of: type, in: language) }
    if let reason { call += ["--reason", Self.quoted(reason.text(in: language))] }
    return call
  }

  private static func shown(_ word: Word, of type: EventType, in language: Language) -> String {
    switch word {
    case .text(let field, let text): return "\(field)=\(quoted(text.text(in: language)))"
    case .plain(let word):
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return word }
      let path = parts[0].split(separator: ".").map(String.init)
      let form = type.fields.field(at: path[...])?.form
      let value = form.map { typed(parts[1], as: $0, in: language) } ?? parts[1]
      return "\(parts[0])=\(quoted(value))"
    }
  }

  /// A value as it is typed in a language.
  private static func typed(
    _ value: String, as form: FieldForm, in language: Language
  ) -> String {
    switch form.clear {
    case .day, .birthDate: return day(value, in: language)
    case .boolean: return language == .french ? value == "true" ? "oui" : "non" : value
    case .word: return form.closedList?.typed(value, in: language) ?? value
    case .list(let element):
      guard !value.hasPrefix("[") else { return value }
      return value.split(separator: ",").map { part in
        element.isComposite
          ? member(String(part), in: language) : typed(String(part), as: element, in: language)
      }.joined(separator: ",")
    case .identifier, .eventID, .subject, .siret, .certificateNumber, .characters, .wholeNumber,
      .text, .recordedText, .sealed, .object:
      return value
    }
  }

  /// A jury member in one word, `M1:president`.
  private static func member(_ word: String, in language: Language) -> String {
    var parts = word.split(separator: ":").map(String.init)
    guard parts.count > 1, let roles = ClosedList.byKind[JuryRole.kind] else { return word }
    parts[1] = roles.typed(parts[1], in: language)
    return parts.joined(separator: ":")
  }

  /// `17/06/2026` in French.
  private static func day(_ iso: String, in language: Language) -> String {
    let parts = iso.split(separator: "-")
    guard language == .french, parts.count == 3 else { return iso }
    return parts.reversed().joined(separator: "/")
  }

  /// A word as a shell needs it: in quotes if it has special characters.
  static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "._-:,/’".contains($0) }
    if isPlain { return text }
    return text.contains("\"") ? "'\(text)'" : "\"\(text)\""
  }
}
