internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections
internal import Rules

/// What hangs on an entry that would be annulled, as lines to print.
struct DependentsText {
  let dependents: Dependents
  let persons: PersonNames
  /// Whether the entry is corrected: the right one is judged with it.
  let isCorrection: Bool

  /// The most lines of each kind; what has no line is counted.
  private static let limit = 20
  /// The most entries of one type, person and rule that have a line each.
  private static let each = 3

  /// - Throws: the log's failures, and the vault's.
  func lines() throws -> [Text] {
    var lines = try dependents.annulled.prefix(1).map(head)
    let groups = self.groups()
    for group in groups.prefix(Self.limit) { lines.append(try line(group)) }
    if groups.count > Self.limit {
      let count = groups.dropFirst(Self.limit).map(\.count).reduce(0, +)
      lines.append(
        count == 1
          ? Text("  et une autre entrée", "  and one more entry")
          : Text("  et \(count) autres entrées", "  and \(count) more entries"))
    }
    for changed in dependents.candidacies.prefix(Self.limit) { lines.append(try line(changed)) }
    let others = dependents.candidacies.count - Self.limit
    if others > 0 {
      lines.append(
        others == 1
          ? Text("  et une autre candidature", "  and one more candidacy")
          : Text("  et \(others) autres candidatures", "  and \(others) more candidacies"))
    }
    return lines
  }

  /// The entry itself, and what it is about.
  private func head(_ envelope: Envelope) throws -> Text {
    let (position, fact) = (envelope.position, envelope.event.fact)
    let (who, said) = (try persons.label(fact), fact.sentence)
    let text = who.map { Text("\($0) : \(said.french)", "\($0): \(said.english)") } ?? said
    return isCorrection
      ? Text(
        "Position \(position), \(text.french). D’autres entrées en dépendent ; si elle est corrigée :",
        "Position \(position), \(text.english). Other entries rest on it; once it is corrected:")
      : Text(
        "Position \(position), \(text.french). D’autres entrées en dépendent ; si elle est annulée :",
        "Position \(position), \(text.english). Other entries rest on it; once it is annulled:")
  }

  /// The entries with a line each where there are few for one reason; else those of it in one line.
  private func groups() -> [[Dependents.Entry]] {
    let byReason = Dictionary(grouping: dependents.entries, by: Reason.init)
    return byReason.values.flatMap { entries in
      entries.count > Self.each ? [entries] : entries.map { [$0] }
    }.sorted { ($0.first?.position ?? .zero) < ($1.first?.position ?? .zero) }
  }

  private func line(_ group: [Dependents.Entry]) throws -> Text {
    guard let first = group.first, let last = group.last else { return Text("", "") }
    let told = Reason(first).text(group.compactMap(\.finding))
    guard group.count > 1 else {
      let said = first.fact.sentence
      let who = try persons.label(first.fact)
      let text = who.map { Text("\($0) : \(said.french)", "\($0): \(said.english)") } ?? said
      return Text(
        "  position \(first.position), \(text.french) — \(told.french)",
        "  position \(first.position), \(text.english) — \(told.english)")
    }
    var counts: [(EventType, Int)] = []
    for type in group.map(\.fact.type) {
      if let index = counts.firstIndex(where: { $0.0 == type }) {
        counts[index].1 += 1
      } else {
        counts.append((type, 1))
      }
    }
    let types = counts.map { type, count in
      count == 1
        ? type.text : Text("\(type.text.french) (\(count))", "\(type.text.english) (\(count))")
    }.joined(separator: ", ")
    return Text(
      "  positions \(first.position) à \(last.position), \(Text.count(group.count, .entry).french) : \(types.french)"
        + " — \(told.french)",
      "  positions \(first.position) to \(last.position), \(Text.count(group.count, .entry).english): \(types.english)"
        + " — \(told.english)")
  }

  private func line(_ changed: ChangedCandidacy) throws -> Text {
    guard let state = changed.before ?? changed.after else { return Text("", "") }
    let who = try persons.label(state.candidacy, of: state.candidate)
    let text = StateChangeText.arrows(changed)
    return Text("  \(who) : \(text.french)", "  \(who): \(text.english)")
  }
}

/// Why an entry hangs on another, and what is to be done about it.
private enum Reason: Hashable {
  case certificate
  case declaration
  /// It would break this rule.
  case rule(RuleID)
  /// It names an id that the other introduces.
  case name

  init(_ entry: Dependents.Entry) {
    switch entry.fact {
    case .certificateIssued, .certificateReissued, .partialCertificateIssued: self = .certificate
    case .awardDeclared, .declarationAnswered: self = .declaration
    case .certificationRegistered, .registrationRenewed, .certificationWithdrawn,
      .certificationSuperseded, .registrationSuspended, .registrationReinstated,
      .certifierDescribed, .completionWindowPolicyChanged, .blockValidityPolicyChanged,
      .juryPolicyChanged, .candidateRegistered, .candidateIdentityCorrected, .candidateMerged,
      .candidateIdentityErased, .candidateDeceased, .juryMemberIdentityErased, .candidateEnrolled,
      .prerequisiteVerified, .selectionTestTaken, .selectionInterviewHeld, .positioningTestTaken,
      .admissibilityDecided, .dossierSubmitted, .trainingStarted, .trainingCompleted,
      .competencyAssessed, .candidacyWithdrawn, .candidacyTransferred, .candidacyReopened,
      .pathwayChanged, .completionWindowExtended, .priorValidationRecognised, .recognitionRevoked,
      .certificationAwarded, .certificateDuplicated, .certificationRevoked,
      .insertionSurveyAnswered, .juryConvened, .juryRescheduled, .juryCancelled, .juryAnnulled,
      .juryMemberAdded, .juryMemberReplaced, .juryMemberRecused, .candidateSummoned,
      .summonsWithdrawn, .resultNotified, .candidateAbsent, .juryHeld, .blockValidated,
      .blockRefused, .juryRecommended, .juryDeliberated, .juryDecisionRevoked, .decisionAppealed,
      .appealDecided, .eventAnnulled:
      self = entry.finding.map { .rule($0.rule) } ?? .name
    }
  }

  /// - Parameter findings: of the entries that hang for it; the first one is told, and how many differ.
  func text(_ findings: [Finding]) -> Text {
    switch self {
    case .certificate:
      return Text(
        "reste en circulation : à révoquer ou à rééditer",
        "remains in circulation: to revoke or to reissue")
    case .declaration:
      return Text(
        "à rectifier auprès de la Caisse des Dépôts", "to rectify with the Caisse des Dépôts")
    case .rule(let rule):
      guard let message = findings.first?.message else { return Text(verbatim: rule.description) }
      let others = Set(findings.map(\.message)).count - 1
      let more =
        others == 0
        ? Text("", "") : Text(" (et \(others) de même)", " (and \(others) alike)")
      return Text(
        "\(rule) : \(message.french)\(more.french)", "\(rule): \(message.english)\(more.english)")
    case .name: return Text("en dépend", "rests on it")
    }
  }
}
