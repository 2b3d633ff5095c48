import AcquisLedger
import EventLog
import Events
import Projections
import Rules
import TestSupport
import Testing

/// What a ledger answers to one question of a scenario.
enum Answer {
  /// `status`: null before the enrolment.
  case status(JSONValue)
  /// `record`, accepted.
  case recorded
  /// `record`, refused by these rules.
  case refused(Set<String>)
  /// `findings`.
  case found([Found])
  /// Neither an answer nor a refusal by a rule, for this reason.
  case failed(String)

  /// A finding, as an expectation names it.
  struct Found: Hashable {
    let rule: String
    let position: Int64
    let isWaived: Bool
  }

  /// Puts a question to a ledger. `record` changes it.
  ///
  /// - Parameter first: the position of the first event imported.
  init(to question: JSONValue, of ledger: some AskedLedger, first: Position) {
    do {
      if let candidacy = question["status"]?.text {
        self = try Self.status(CandidacyID(candidacy), Self.asked(question, ledger, first))
      } else if let command = question["record"] {
        switch try ledger.record([Submission(command, line: 1)]) {
        case .recorded, .allowed: self = .recorded
        case .registeredAlready: self = .refused([])
        case .refused(_, let refusals):
          Self.checkFrench(refusals.flatMap { [$0.message, $0.remedy] })
          self = .refused(Set(refusals.map(\.rule.description)))
        }
      } else if question["findings"] != nil {
        let findings = try Self.asked(question, ledger, first).findings()
        Self.checkFrench(findings.flatMap { [$0.message, $0.remedy] })
        self = .found(
          findings.map {
            Found(
              rule: $0.rule.description, position: $0.position.number, isWaived: $0.isWaived)
          })
      } else {
        self = .failed("a question of no kind: \(question)")
      }
    } catch {
      self = .failed("\(error)")
    }
  }

  /// Records an issue for a text whose French is not French.
  private static func checkFrench(_ texts: [Text]) {
    for fault in Set(texts.map(\.french)).flatMap(FrenchFaults.of) { Issue.record("\(fault)") }
  }

  private static func asked(
    _ question: JSONValue, _ ledger: some AskedLedger, _ first: Position
  ) throws -> Question {
    var known: Position?
    if case .integer(let index) = question["knownAfter"] {
      known = Position(first.number + Int64(index))
    }
    return try ledger.question(on: question["on"]?.text.map { try CalendarDate($0) }, known: known)
  }

  private static func status(_ id: CandidacyID, _ question: Question) throws -> Answer {
    if let answer = try question.status(of: id) { return .status(answer.json) }
    let isNamed = try question.log.first(EventQuery(subjects: [.candidacy(id)])) != nil
    return isNamed ? .status(.null) : .failed("no candidacy \(id)")
  }
}
