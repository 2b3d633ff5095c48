import AcquisLedger
import EventLog
import Events
import NaiveModel
import Projections
import Rules
import TestSupport
import Testing

/// The comparison of two states of knowledge, held against two whole replays asked for every answer.
@Suite(.tags(.property)) struct ComparisonModelTests {
  @Test(arguments: 0..<4)
  func `a comparison is the difference of two whole replays`(part: Int) throws {
    for seed in stride(from: part, to: TrialSize.histories(default: 120) / 10, by: 4) {
      var history = try RecordedHistory(seed: UInt64(7000 + seed), commands: 70)
      let last = Int(try history.log.head().last.number)
      for round in 0..<4 {
        let from = round == 0 ? 0 : history.dice.below(last + 1)
        let to = round == 0 ? last : from + history.dice.below(last - from + 1)
        let day = round < 2 ? history.today : history.dice.pick(history.days)
        try compare(history, on: day, from, to, "seed \(seed), \(from) to \(to) on \(day)")
      }
    }
  }

  private func compare(
    _ history: RecordedHistory, on day: CalendarDate, _ from: Int, _ to: Int, _ place: Comment
  ) throws {
    let (from, to) = (Position(Int64(from)), Position(Int64(to)))
    let found = try KnowledgeComparison(on: day, from: from, to: to, in: history.log)
    let before = try history.answers(on: day, known: from)
    let after = try history.answers(on: day, known: to)
    var expected: [String: [JSONValue]] = [:]
    for key in Set(before.keys).union(after.keys) {
      let pair = [before[key] ?? .null, after[key] ?? .null]
      if pair[0] != pair[1] { expected[key] = pair }
    }
    var told: [String: [JSONValue]] = [:]
    for change in found.changes where change.isAnswered {
      for (name, before, after) in change.members {
        #expect(told[name] == nil, "\(place): \(name) twice")
        if before != after { told[name] = [before, after] }
      }
    }
    #expect(Set(told.keys) == Set(expected.keys), place)
    for (key, pair) in told { #expect(pair == expected[key], "\(place), \(key)") }
    #expect(found.changes == found.changes.worstFirst, place)
    for change in found.changes {
      #expect(change.because.allSatisfy { from < $0 && $0 <= to }, "\(place), \(change.field)")
      if case .candidacy = change.subject, change.isAnswered {
        #expect(!change.because.isEmpty, "\(place), \(change.subject) \(change.field)")
      }
    }
    #expect(found.entries.count == Int(to.number - from.number), place)
  }
}

extension StateChange {
  /// Whether a replay's answers show it; persons are not among them.
  fileprivate var isAnswered: Bool {
    switch subject {
    case .candidacy, .jury, .certification: true
    case .candidate, .certificate, .certifier, .member:
      if case .finding = field { true } else { false }
    }
  }

  /// The change as changes of flat members; of a whole subject, each of its members.
  fileprivate var members: [(String, JSONValue, JSONValue)] {
    if case .finding(let rule, let position) = field {
      return [("finding \(rule) \(position)", before, after)]
    }
    guard field == .existence else { return [("\(subject) \(field)", before, after)] }
    let (left, right) = (before.flat("\(subject)"), after.flat("\(subject)"))
    return Set(left.keys).union(right.keys).map { ($0, left[$0] ?? .null, right[$0] ?? .null) }
  }
}

extension JSONValue {
  /// Each member by its path; the blocks and the candidacies of an answer each by its own.
  fileprivate func flat(_ subject: String) -> [String: JSONValue] {
    guard case .object(let members) = self else { return [:] }
    var flat: [String: JSONValue] = [:]
    for member in members where !["on", "known", "edition"].contains(member.name) {
      let key = ["blocks": "code", "candidacies": "candidacy"][member.name]
      if let key, case .list(let elements) = member.value {
        for element in elements {
          flat["\(subject) \(member.name).\(element[key]?.text ?? "")"] = element
        }
      } else if member.value != .null {
        flat["\(subject) \(member.name)"] = member.value
      }
    }
    return flat
  }
}

/// A random history recorded as it comes, whatever rules it breaks.
struct RecordedHistory {
  let log: InMemoryLog
  let today: CalendarDate
  let days: [CalendarDate]
  var dice: SeededGenerator
  private let envelopes: [Envelope]

  init(seed: UInt64, commands count: Int) throws {
    var commands = try RandomCommands(seed: seed)
    var envelopes: [Envelope] = []
    let clock = TestClock(tick: 0)
    log = try InMemoryLog(clock: clock.now, trust: ClockTrust(isAccepted: true))
    for envelope in try commands.beginning() {
      clock.set(envelope.recordedAt)
      _ = try log.append([EncodedEvent(envelope.event)], unless: nil)
      envelopes.append(envelope)
    }
    for _ in 0..<count {
      let command = try commands.next(after: envelopes)
      let now = Instant(endOf: command.today)
      clock.set(now)
      // One of a day to come, or that annuls nothing, is no entry of a log.
      guard let receipt = try? log.append([EncodedEvent(command.event)], unless: nil) else {
        continue
      }
      envelopes.append(
        Envelope(position: receipt.positions[0], recordedAt: now, event: command.event))
    }
    self.envelopes = envelopes
    today = commands.today
    days = Set(envelopes.map(\.event.occurredOn)).sorted()
    dice = SeededGenerator(seed: seed)
  }

  /// Every answer of a whole replay, each member by its name; the figures that are compared of a
  /// certification are those of its answer.
  func answers(on day: CalendarDate, known: Position) throws -> [String: JSONValue] {
    let replay = try Replay(on: day, known: known, in: log)
    let state = replay.state
    var answers: [String: JSONValue] = [:]
    func add(_ more: [String: JSONValue]) { answers.merge(more) { first, _ in first } }
    for id in state.candidacies {
      guard let candidacy = state.candidacy(id, on: day) else { continue }
      let answer = CandidacyAnswer(on: day, known: known, state: candidacy)
      add(answer.json.flat("candidacy:\(id)"))
      if let death = candidacy.deceasedOn {
        answers["candidacy:\(id) deceasedOn"] = .string(death.description)
      }
    }
    for number in 1...5 {
      let id = try JuryID("J\(number)")
      guard let jury = try log.register(of: id, on: day, known: known) else { continue }
      add(JuryAnswer(on: day, known: known, state: jury).json.flat("jury:\(id)"))
    }
    for finding in try log.findings(on: day, known: known) {
      answers["finding \(finding.rule) \(finding.position)"] = finding.json
    }
    for code in certifications {
      guard let certification = state.certification(code, on: day) else {
        add(Self.figures(of: code, counted: [:], [:]))
        continue
      }
      add(try certificationAnswer(certification, state, on: day, known: known))
    }
    return answers
  }

  private var certifications: Set<CertificationCode> {
    Set(
      envelopes.compactMap { envelope in
        if case .certificationRegistered(let data) = envelope.event.fact {
          data.certification
        } else {
          nil
        }
      })
  }

  private func certificationAnswer(
    _ certification: CertificationState, _ state: LedgerState, on day: CalendarDate,
    known: Position
  ) throws -> [String: JSONValue] {
    let code = certification.registration.certification
    let entry = try #require(try log.event(at: certification.position)).event
    let answer = try CertificationAnswer(
      on: day, known: known, state: certification, entry: entry, catalogue: nil,
      figures: CertificationFigures(
        of: code, years: state.statistics(of: code), juries: [], on: day)
    ).json
    let names = [
      "position", "registeredUntil", "lastDeliveryOn", "registration", "suspendedOn", "juries",
      "completionWindow", "blockValidity",
    ]
    var flat: [String: JSONValue] = [:]
    for name in names where answer[name] != .null {
      flat["certification:\(code) \(name)"] = answer[name]
    }
    let due = state.candidacies.compactMap { state.candidacy($0, on: day) }.count {
      $0.certification == code && $0.declaration?.isOutstanding == true && $0.deceasedOn == nil
    }
    flat.merge(
      Self.figures(
        of: code, counted: certification.byStatus, certification.byPathway,
        openWindows: certification.openWindows, declarationsDue: due)
    ) { first, _ in first }
    flat["certification:\(code) successions"] = .list(
      certification.successions.map { succession in
        [
          "certification": .string(succession.certification.text),
          "by": .string(succession.by.text), "on": .string(succession.on.description),
          "position": .integer(Int(succession.position.number)),
          "correspondences": .list(
            succession.correspondences.map {
              ["from": .string($0.from.text), "to": .string($0.to.text)]
            }),
        ]
      })
    for year in state.statistics(of: code) {
      flat["certification:\(code) statistics.\(year.year)"] = year.json
    }
    return flat
  }

  /// The figures of a certification; zero of one that is not known.
  private static func figures(
    of code: CertificationCode, counted byStatus: [CandidacyStatus: Int],
    _ byPathway: [Pathway: Int], openWindows: Int = 0, declarationsDue: Int = 0
  ) -> [String: JSONValue] {
    [
      "certification:\(code) candidacies": .integer(byStatus.values.reduce(0, +)),
      "certification:\(code) byStatus": .object(
        CandidacyStatus.allCases.map { JSONMember($0.rawValue, .integer(byStatus[$0] ?? 0)) }),
      "certification:\(code) byPathway": .object(
        Pathway.allCases.map { JSONMember($0.rawValue, .integer(byPathway[$0] ?? 0)) }),
      "certification:\(code) openWindows": .integer(openWindows),
      "certification:\(code) declarationsDue": .integer(declarationsDue),
    ]
  }
}
