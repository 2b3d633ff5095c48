internal import Events

// Ids and codes, in whatever case and however short.

extension FactResolver {
  mutating func id(
    _ text: String, _ kind: String, _ path: [String], _ name: String
  ) throws -> String {
    if (try? MemberID(text)) == nil {
      add(name, InvalidValue.identifier(kind: kind).text)
      return text
    }
    if path == [type.introducedKey] || type == .certificationRegistered { return text }
    let found: String?
    switch kind {
    case CertificationKind.name:
      found = code(text, among: try names.certifications().map(\.text), name)
    case BlockKind.name:
      found = code(text, among: try blocks(at: path).map(\.code.text), name)
    case CompetencyKind.name:
      found = code(
        text, among: try blocks(at: path).flatMap(\.competencies).map(\.code.text), name)
    case CandidacyKind.name: found = try id(text, .candidacy(CandidacyID(text)), name)
    case CandidateKind.name: found = try id(text, .candidate(CandidateID(text)), name)
    case JuryKind.name: found = try id(text, .jury(JuryID(text)), name)
    case MemberKind.name:
      let jury = data["jury"]?.text.flatMap { try? JuryID($0) }
      let seated = try jury.map { try names.members(of: $0).map(\.text) } ?? []
      let like = Set(seated.filter { $0.lowercased() == text.lowercased() })
      found = like.contains(text) || like.count != 1 ? nil : like.first
    default: found = nil
    }
    if let found, found != text { tell(name, Text(verbatim: found)) }
    return found ?? text
  }

  /// The code that a short one stands for; nil, and a problem, if it could be several.
  mutating func code(_ text: String, among codes: [String], _ name: String) -> String? {
    switch ShortCode(text).match(among: codes) {
    case .one(let code): return code
    case .none: return nil
    case .several(let codes):
      let shown = codes.joined(separator: ", ")
      add(name, Text("plusieurs codes sont possibles : \(shown)", "it could be any of: \(shown)"))
      return nil
    }
  }

  /// The id of the ledger that this one is, in whatever case; nil if there is none.
  private mutating func id(_ text: String, _ subject: Subject, _ name: String) throws -> String? {
    if try names.isKnown(subject) { return nil }
    let like = try names.ids(writtenLike: subject)
    if like.count > 1 {
      let shown = like.joined(separator: ", ")
      add(
        name,
        Text("plusieurs identifiants sont possibles : \(shown)", "it could be any of: \(shown)"))
    }
    return like.count == 1 ? like.first : nil
  }

  /// The blocks of the certification that the ids beside a field name, the nearest first.
  func blocks(at path: [String]) throws -> [Block] {
    var path = path.dropLast()
    while true {
      let object = path.isEmpty ? data : data.value(at: path) ?? .null
      if let certification = try certification(of: object) {
        return try names.blocks(of: certification)
      }
      if path.isEmpty { return [] }
      path = path.dropLast()
    }
  }

  private func certification(of object: JSONValue) throws -> CertificationCode? {
    if let text = object["certification"]?.text, let code = try? CertificationCode(text) {
      return code
    }
    if let text = object["candidacy"]?.text, let id = try? CandidacyID(text),
      let code = try names.certification(of: id)
    {
      return code
    }
    guard let text = object["jury"]?.text, let id = try? JuryID(text) else { return nil }
    return try names.certification(of: id)
  }
}
