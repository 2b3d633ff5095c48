internal import AcquisLedger
internal import Events
internal import Projections

/// A comparison as far as it is shown: the candidacies of `--only`, and names where they are opened.
struct ShownComparison {
  let comparison: KnowledgeComparison
  /// The most serious first.
  let changes: [StateChange]
  /// The candidacies that changed, by id.
  let candidacies: [CandidacyID: ChangedCandidacy]
  /// Whether only some candidacies are shown.
  let isPartial: Bool
  /// The texts about persons as known before.
  let before: PersonalTexts
  /// The texts about persons as known after.
  let after: PersonalTexts

  /// - Parameter statuses: a candidacy that was or is in one of them is shown, and nothing else; empty: all.
  init(
    _ comparison: KnowledgeComparison, _ statuses: Set<CandidacyStatus>, before: PersonalTexts,
    after: PersonalTexts
  ) {
    var candidacies: [CandidacyID: ChangedCandidacy] = [:]
    for changed in comparison.candidacies {
      let states = [changed.before, changed.after].compactMap(\.self)
      guard let id = states.first?.candidacy,
        statuses.isEmpty || states.contains(where: { statuses.contains($0.status) })
      else { continue }
      candidacies[id] = changed
    }
    self.comparison = comparison
    self.candidacies = candidacies
    self.before = before
    self.after = after
    isPartial = !statuses.isEmpty
    changes =
      statuses.isEmpty
      ? comparison.changes
      : comparison.changes.filter { change in
        guard case .candidacy(let id) = change.subject else { return false }
        return candidacies[id] != nil
      }
  }

  /// The name of a person; nil where it is not opened.
  func name(of candidate: CandidateID) throws -> String? {
    try after.identity(of: candidate).value?.shownName
  }

  /// What the writers of a change's entries gave as its reason; nil where none did, or texts are not opened.
  func reason(of change: StateChange) throws -> String? {
    guard after.isOpening else { return nil }
    var reasons: [String] = []
    for position in change.because {
      for field in ["grounds", "reason"] {
        guard let text = try after.text(at: position, field).value, !reasons.contains(text) else {
          continue
        }
        reasons.append(text)
      }
    }
    return reasons.isEmpty ? nil : Shown.onOneLine(reasons.joined(separator: " ; "))
  }

  /// Who recorded the entries that made a change, each once.
  func recorders(of change: StateChange) -> [String] {
    Set(change.because.compactMap { comparison.causes[$0]?.recordedBy.text }).sorted()
  }

  /// A line for each change, of JSON or of a spreadsheet.
  func listing() throws -> Listing {
    Listing(
      name: Text("changements", "changes"),
      columns: [
        .init(.subject), .init(.field), .init(.before), .init(.after), .init(.because),
        .init(.recordedBy), .init(.reason),
      ],
      elements: try changes.map { change in
        let (recorders, reason) = (recorders(of: change), try reason(of: change))
        return Listing.Element(
          key: "\(change.subject).\(change.field)",
          json: [
            "subject": .string(change.subject.description),
            "field": .string(change.field.description), "before": change.before,
            "after": change.after,
            "because": .list(change.because.map { .integer(Int($0.number)) }),
            "recordedBy": .list(recorders.map { .string($0) }),
            "reason": reason.map { .string($0) } ?? .null,
          ],
          cells: [
            change.subject.description, change.field.description, Self.cell(change.before),
            Self.cell(change.after),
            change.because.map(\.description).joined(separator: " "),
            recorders.joined(separator: " "), reason ?? "",
          ].map(ListCell.plain))
      })
  }

  /// A value in a spreadsheet: a text or a number as it is, nothing for null, else its JSON.
  private static func cell(_ value: JSONValue) -> String {
    if value == .null { return "" }
    return value.text ?? value.description
  }
}
