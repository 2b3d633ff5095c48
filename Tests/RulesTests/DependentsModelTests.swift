import AcquisLedger
import EventLog
import Events
import NaiveModel
import Projections
import Rules
import TestSupport
import Testing

/// What hangs on an entry, told before it is annulled by a few readings by subject, held against the
/// comparison of two whole replays once it is.
@Suite(.tags(.property)) struct DependentsModelTests {
  @Test(arguments: 0..<4)
  func `what hangs on an entry is what changes once it is annulled`(part: Int) throws {
    for seed in stride(from: part, to: TrialSize.histories(default: 120) / 10, by: 4) {
      var history = try RecordedHistory(seed: UInt64(9000 + seed), commands: 60)
      for _ in 0..<8 {
        let last = try history.log.head().last
        let position = Position(Int64(1 + history.dice.below(Int(last.number))))
        let entry = try #require(try history.log.event(at: position))
        try annul(entry, history, "seed \(seed), position \(position), \(entry.event.fact.type)")
      }
    }
  }

  private func annul(_ entry: Envelope, _ history: RecordedHistory, _ place: Comment) throws {
    let (log, day) = (history.log, history.today)
    let head = try log.head()
    let instant = try #require(head.lastRecordedAt)
    let annulment = try EncodedEvent(
      Event(
        id: EventID.new(at: instant), occurredOn: day, recordedBy: RecorderID("clerk:1"),
        fact: .eventAnnulled(
          EventAnnulled(
            event: entry.event.id, entrySubjects: NonEmpty(entry.event.fact.subjects),
            grounds: nil))))
    let prospect = try ProspectiveLog(log, adding: [annulment], at: instant)
    #expect(try prospect.head().last == Position(head.last.number + 1))
    let told = try Dependents(in: prospect, on: day)
    let changes = try RecordedChanges(
      at: prospect.added.map(\.position), on: day, in: prospect)

    _ = try log.append([annulment], unless: nil)
    let last = try log.head().last
    let compared = try KnowledgeComparison(on: day, from: head.last, to: last, in: log)
    #expect(told.candidacies == compared.candidacies, place)
    let new = compared.changes.compactMap { change -> String? in
      guard case .finding(let rule, let position) = change.field, change.after != .null,
        position <= head.last, position != entry.position
      else { return nil }
      return "\(position) \(rule)"
    }
    #expect(Set(told.findings.map { "\($0.position) \($0.rule)" }) == Set(new), place)
    // Whatever breaks a rule hangs on it, unless another entry broke it in the same words.
    let gone = Set(
      compared.changes.compactMap { change -> String? in
        guard case .finding(let rule, let position) = change.field,
          change.after["message"] != change.before["message"] || position == entry.position
        else { return nil }
        return "\(rule) \(change.before["message"]?.text ?? "")"
      })
    let breaking = told.findings.filter { finding in
      finding.weight == .breach && !finding.isWaived
        && !gone.contains("\(finding.rule) \(finding.message.english)")
    }
    #expect(
      Set(breaking.map(\.position)).isSubset(of: Set(told.entries.map(\.position))), place)
    if !entry.event.fact.subjects.contains(where: \.isCertification) {
      let changed = try (changes.named + changes.others).compactMap {
        try changes.change(of: $0).changed
      }
      #expect(
        Set(changed.compactMap { ($0.before ?? $0.after)?.candidacy })
          == Set(compared.candidacies.compactMap { ($0.before ?? $0.after)?.candidacy }), place)
    }
  }
}

extension Subject {
  fileprivate var isCertification: Bool {
    if case .certification = self { true } else { false }
  }
}
