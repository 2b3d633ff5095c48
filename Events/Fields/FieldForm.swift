/// The type of a field's value, as it is written in JSON.
public indirect enum FieldForm: Hashable, Sendable {
  /// An id or a code: the name of its kind and a sample.
  case identifier(kind: String, sample: String)
  /// The id of an event, a UUID.
  case eventID
  /// A kind, a colon and an id: `candidacy:D-2021-004`.
  case subject
  /// A day, `YYYY-MM-DD`.
  case day
  /// A birth date, as precise as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  case birthDate
  /// The 14 digits that identify an establishment.
  case siret
  /// The number of a certificate: 1 to 64 characters.
  case certificateNumber
  /// A text of so many to so many characters.
  case characters(from: Int, to: Int)
  /// A whole number from 0 to 2⁵³−1.
  case wholeNumber
  /// `true` or `false`.
  case boolean
  /// A word of a closed list.
  case word(kind: String, allowed: [String])
  /// A free text, in clear.
  case text
  /// A free text, sealed where the event concerns a person, in clear where it concerns none.
  case recordedText
  /// Sealed in the log, submitted in clear.
  case sealed(SealedContent)
  /// A list of at least one element.
  case list(of: FieldForm)
  /// An object with these fields.
  case object([Field])
}

extension FieldForm {
  /// The form in which it is submitted: for a sealed field, the form of its clear content.
  public var clear: FieldForm {
    switch self {
    case .sealed(.identity): Identity.form
    case .sealed(.text), .sealed(.memberName), .recordedText: .text
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean,
      .word, .text, .list, .object:
      self
    }
  }

  /// Whether its clear value is an object or a list.
  public var isComposite: Bool {
    switch clear {
    case .list, .object: true
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean,
      .word, .text, .recordedText, .sealed:
      false
    }
  }

  /// A sample value as it may be submitted, with texts about persons in clear.
  public var sample: JSONValue { sample(isSealed: false) }

  /// A sample value as the log holds it, with sealed fields sealed.
  var recordedSample: JSONValue { sample(isSealed: true) }

  private func sample(isSealed: Bool) -> JSONValue {
    switch self {
    case .identifier(_, let sample): return .string(sample)
    case .eventID: return "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061"
    case .subject: return .string("candidacy:" + CandidacyKind.sample)
    case .day: return "2024-06-17"
    case .birthDate: return "1987-04-02"
    case .siret: return "12345678901234"
    case .certificateNumber: return "2024-0117"
    case .characters(let least, _): return .string(String(repeating: "1", count: least))
    case .wholeNumber: return 5
    case .boolean: return true
    case .word(_, let allowed): return .string(allowed.first ?? "")
    case .text, .recordedText: return "…"
    case .sealed(let content):
      if isSealed { return Self.seal }
      return content == .identity ? clear.sample : "…"
    case .list(let element): return [element.sample(isSealed: isSealed)]
    case .object(let fields):
      return .object(
        fields.filter { !fields.isSecondAlternative($0) }.map {
          JSONMember($0.key, $0.form.sample(isSealed: isSealed))
        })
    }
  }

  private static let seal: JSONValue = [
    "key": .string(KeyKind.sample), "nonce": "AAECAwQFBgcICQoL", "sealed": 1,
    "text": "q83vEjRWeJCrze8SNFZ4kA==",
  ]
}
