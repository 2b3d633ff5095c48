internal import AcquisLedger
internal import Events

// The section of the sheet: what it does not say itself.

extension PlanWriter {
  mutating func writeSheet() {
    add(section: name(.sheet))
    var unsaid: [PlanVocabulary.Key] = []
    for key in PlanVocabulary.Key.allCases {
      guard let answer = answer(to: key) else {
        unsaid.append(key)
        continue
      }
      let isExplained = answer.hasSuffix(PlanVocabulary.open) || explained.contains(key)
      add(
        key.name.raw(in: language), answer,
        comments: isExplained ? [PlanFailure.expected(key)] : [])
    }
    let possible = unsaid.filter { optional.contains($0) }
    if !possible.isEmpty {
      add(
        comment: Text(
          "Lignes possibles aussi, si le tableur ne le dit pas : ",
          "Possible lines too, where the spreadsheet does not say it: "
        ).followed(by: possible.map(\.name).joined(separator: ", ")))
    }
  }

  private var explained: Set<PlanVocabulary.Key> {
    [.tabs, .headerRow, .leftOutRows, .award, .candidacies]
  }

  private var optional: Set<PlanVocabulary.Key> {
    [.leftOutRows, .certification, .pathway, .audience, .session, .certificate, .threshold]
  }

  func name(_ section: PlanVocabulary.Section) -> String {
    PlanVocabulary.sections.name(of: section)?.raw(in: language) ?? ""
  }

  /// What is written for a key; nil: the plan has no such line.
  private func answer(to key: PlanVocabulary.Key) -> String? {
    switch key {
    case .tabs:
      plan.tabs.isEmpty
        ? PlanVocabulary.allTabs.only.raw(in: language)
        : plan.tabs.map { PlanQuote.item($0, unless: PlanVocabulary.allTabs.has) }
          .joined(separator: " | ")
    case .headerRow: "\(plan.headerRow)"
    case .leftOutRows: plan.leftOutRows.isEmpty ? nil : PlanRows.text(plan.leftOutRows)
    case .certification: plan.certification.map { answer($0) { Text(verbatim: $0.text) } }
    case .pathway:
      plan.pathway.map { answer($0) { PlanLists.pathway.name(of: $0.rawValue) } }
    case .audience:
      plan.audience.map { answer($0) { PlanLists.audience.name(of: $0.rawValue) } }
    case .session: session
    case .enrolment: plan.enrolment.map { answer($0, PlanDay.name) }
    case .summons: plan.summons.map { answer($0, PlanDay.name) }
    case .award:
      hasAwards ? PlanVocabulary.awards.name(of: plan.awards)?.raw(in: language) : nil
    case .certificate: plan.certificate.map { answer($0, PlanDay.name) }
    case .mode: plan.sessionMode.map { answer($0) { PlanLists.mode.name(of: $0.rawValue) } }
    case .threshold: plan.threshold.map { answer($0, \.text) }
    case .candidacies: PlanVocabulary.candidacies.name(of: plan.candidacies)?.raw(in: language)
    case .reason: reason
    }
  }

  /// Whether the sheet may say awards, or the plan says how it does.
  private var hasAwards: Bool {
    plan.has(.result) || plan.has(.certificateNumber) || plan.awards != .byResult
  }

  private var session: String? {
    let day = plan.session.map { answer($0, \.inTable) }
    guard plan.sectionsAreSessions else { return day }
    let heading = PlanVocabulary.fromHeading.only.raw(in: language)
    let otherwise = PlanVocabulary.otherwise.only.raw(in: language)
    return day.map { "\(heading), \(otherwise) \($0)" } ?? heading
  }

  /// The sentence: in quotes only if it would be cut or read otherwise without.
  private var reason: String? {
    let reason = PlanQuote.onOneLine(plan.reason)
    if reason.isEmpty { return nil }
    let scalars = reason.unicodeScalars
    let isPlain =
      !scalars.contains("#") && !scalars.contains("\"") && scalars.first != "«"
      && scalars.first?.properties.isWhitespace == false
      && scalars.first?.properties.isGraphemeExtend == false
      && scalars.last?.properties.isWhitespace == false && reason != PlanVocabulary.open
    return isPlain ? reason : PlanQuote.quoted(reason)
  }
}

extension Text {
  /// This text and another right after it.
  func followed(by other: Text) -> Text {
    Text(french + other.french, english + other.english)
  }
}
