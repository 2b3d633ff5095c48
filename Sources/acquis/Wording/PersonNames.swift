internal import AcquisLedger
internal import Events

/// The names of persons as answers for people show them, where texts are opened.
///
/// A name that is not shown or cannot be read is nil: the answer has the id alone.
struct PersonNames {
  /// What is opened, at which position and day.
  let texts: PersonalTexts
  /// Every person's name, opened at once; nil: each is opened when it is asked for.
  private let named: [CandidateID: String]?

  /// - Parameters:
  ///   - texts: what is opened, at which position and day.
  ///   - isList: opens all names at once (some 130,000 a second), for an answer that names many persons.
  /// - Throws: `LogFailure`; `VaultFailure` if the vault itself cannot be read.
  init(_ texts: PersonalTexts, isList: Bool = false) throws {
    self.texts = texts
    named = isList ? try texts.identities()?.named.mapValues(\.shownName) : nil
  }

  /// `Marie DUPONT`; nil where it is not shown, not known or cannot be read.
  ///
  /// - Parameter candidate: any of the person's ids; of a list, the latest one is found at once.
  func name(of candidate: CandidateID) throws -> String? {
    guard texts.isOpening else { return nil }
    if let name = named?[candidate] { return name }
    return try texts.identity(of: candidate).value?.shownName
  }

  /// `Marie DUPONT (D1)`, or the id alone.
  ///
  /// - Parameter id: what the answer is about: the person's id or one of the person's candidacies.
  func label(_ candidate: CandidateID, _ id: String) throws -> String {
    try name(of: candidate).map { "\($0) (\(id))" } ?? id
  }
}

extension PersonNames {
  /// `Marie DUPONT (D1)`, or `D1`.
  func label(_ candidacy: CandidacyID, of candidate: CandidateID?) throws -> String {
    try candidate.map { try label($0, candidacy.text) } ?? candidacy.text
  }

  /// `Marie DUPONT (P1)`, or `P1`.
  func label(_ candidate: CandidateID) throws -> String { try label(candidate, candidate.text) }

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

extension Invocation {
  /// The names that an answer shows: on a terminal or with `--names`, never with `--no-names`.
  func personNames(_ question: Question, isList: Bool = false) throws -> PersonNames {
    try PersonNames(personalTexts(question), isList: isList)
  }
}

extension Identity {
  /// `Marie DUPONT`: the first first name, then the usage name, else the birth name, in capitals.
  var shownName: String {
    let family = (usageName ?? birthName).text.uppercased()
    guard let first = firstNames.elements.first?.text else { return family }
    return Shown.onOneLine("\(first) \(family)")
  }
}
