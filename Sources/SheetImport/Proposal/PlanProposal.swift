public import Events
public import Sheets

/// The plan that a sheet itself suggests.
///
/// What a sheet does not prove is left open, and a note says why. Notes quote headings and words of closed columns,
/// never the cells of a person. Cost: a few passes over the cells.
public struct PlanProposal: Sendable {
  public let plan: ImportPlan
  public let notes: PlanNotes

  /// - Parameters:
  ///   - name: the file's name.
  ///   - today: what two-digit years and future days are measured by.
  public init(
    _ file: SheetFile, named name: String, _ frameworks: KnownFrameworks, today: CalendarDate
  ) throws(ProposalFailure) {
    guard !frameworks.frameworks.isEmpty else { throw .noCertification }
    let draft = try PlanDraft(file, named: name, frameworks, today: today)
    plan = draft.plan
    notes = draft.notes
  }
}

/// Why no plan can be proposed.
public enum ProposalFailure: Error, Hashable, Sendable {
  /// No row has at least three filled cells with rows of the same columns below.
  case noHeadings
  /// Every tab is empty or hidden.
  case noRows
  /// The ledger has no certification.
  case noCertification
}
