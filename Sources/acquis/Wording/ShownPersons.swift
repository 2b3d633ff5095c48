internal import AcquisLedger
internal import Events
internal import Projections

/// How an answer names persons: by their name where texts are opened, else by an id.
struct ShownPersons {
  let texts: PersonalTexts

  /// `Marie Dupont`: the first of the first names, and the usage name where there is one; nil where it is
  /// not opened.
  func name(of candidate: CandidateID) throws -> String? {
    guard texts.isOpening, let identity = try texts.identity(of: candidate).value else {
      return nil
    }
    let name = identity.usageName ?? identity.birthName
    return Shown.onOneLine("\(identity.firstNames.elements[0].text) \(name.text)")
  }

  /// `Marie Dupont (D1)`, or `D1`.
  func label(_ candidacy: CandidacyID, of candidate: CandidateID?) throws -> String {
    guard let candidate, let name = try name(of: candidate) else { return candidacy.text }
    return "\(name) (\(candidacy))"
  }

  /// `Marie Dupont (P1)`, or `P1`.
  func label(_ candidate: CandidateID) throws -> String {
    try name(of: candidate).map { "\($0) (\(candidate))" } ?? candidate.text
  }

  /// The person or the candidacy that a fact is about; nil for a fact about neither.
  func label(_ fact: Fact) throws -> String? {
    guard fact.isAboutPerson else { return nil }
    for case .candidacy(let id) in fact.subjects {
      return try label(id, of: texts.log.enrolment(of: id, known: texts.known)?.candidate)
    }
    for case .candidate(let id) in fact.subjects { return try label(id) }
    return nil
  }
}
