internal import EventLog
internal import Events
internal import Vault

/// A sealed text of an event: the key it is sealed under and, if it is the name of a jury's member, that
/// member.
struct SealedText {
  let key: KeyID
  let member: MemberID?
}

extension StoredEvent {
  /// The sealed texts of this event.
  ///
  /// Cost: a search of its bytes; only an event that contains a sealed text is parsed.
  func sealedTexts() throws -> [SealedText] {
    guard unsafe bytes.contains(Self.mark) else { return [] }
    return try unsafe JSONValue(parsing: Array(bytes)).sealedTexts(member: nil)
  }

  private static let mark = Array(#""sealed":"#.utf8)
}

extension UnsafeRawBufferPointer {
  fileprivate func contains(_ words: [UInt8]) -> Bool {
    guard let first = words.first, count >= words.count else { return false }
    var rest = unsafe self[...]
    while let start = unsafe rest.firstIndex(of: first) {
      if unsafe rest[start...].starts(with: words) { return true }
      unsafe rest = unsafe rest[(start + 1)...]
    }
    return false
  }
}

extension JSONValue {
  /// Whether this is a sealed text.
  var isSealed: Bool { self["sealed"] != nil && self["nonce"] != nil }

  /// The sealed texts in this value.
  ///
  /// - Parameter member: the member named by an enclosing object.
  fileprivate func sealedTexts(member: MemberID?) -> [SealedText] {
    switch self {
    case .null, .boolean, .integer, .string: return []
    case .list(let elements): return elements.flatMap { $0.sealedTexts(member: member) }
    case .object(let members):
      if isSealed {
        let key = self["key"]?.text.flatMap { try? KeyID($0) }
        return key.map { [SealedText(key: $0, member: member)] } ?? []
      }
      let own = self["member"]?.text.flatMap { try? MemberID($0) }
      return members.flatMap { $0.value.sealedTexts(member: own ?? member) }
    }
  }

  /// The candidate or the candidacy that an event's texts are about; for an annulment, from its subjects.
  func concerned(_ type: EventType) -> Subject? {
    var subjects: [Subject] = []
    let data = self["data"]
    if type == .eventAnnulled, case .list(let texts) = data?["subjects"] {
      subjects = texts.compactMap { $0.text.flatMap { try? Subject($0) } }
    } else {
      if let id = data?["candidate"]?.text.flatMap({ try? CandidateID($0) }) {
        subjects.append(.candidate(id))
      }
      if let id = data?["candidacy"]?.text.flatMap({ try? CandidacyID($0) }) {
        subjects.append(.candidacy(id))
      }
    }
    let candidate = subjects.first { if case .candidate = $0 { true } else { false } }
    return candidate ?? subjects.first { if case .candidacy = $0 { true } else { false } }
  }
}
