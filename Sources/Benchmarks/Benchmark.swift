internal import AcquisLedger
internal import EventLog
public import Events
internal import Projections
internal import Vault

/// Measures this machine: a ledger's work beside bare SQLite doing the same to the same rows.
///
/// Each pair is measured in turns, so that a slow moment falls on both; the middle of the rounds
/// counts.
public struct Benchmark {
  /// The ledger that is read; its events are written again into new files.
  private let ledger: String
  /// Where files are made; the disk that is measured.
  private let folder: String
  private let clock: @Sendable () -> Instant
  private let read: Ledger
  private let rounds = 3

  /// - Parameters:
  ///   - ledger: a ledger to read and to take events from.
  ///   - folder: a folder of its own for new files.
  public init(ledger: String, folder: String, clock: @escaping @Sendable () -> Instant) {
    self.ledger = ledger
    self.folder = folder
    self.clock = clock
    read = Ledger(
      at: ledger, clock: LedgerClock(now: clock, trust: ClockTrust(isAccepted: true)))
  }

  /// Every measurement, in the order of a fact's way: written, read, asked about.
  ///
  /// - Parameter progress: told what is being measured.
  public func run(progress: (String) -> Void) throws -> [Measurement] {
    progress("one event at a time")
    let single = try measureSingleAppends()
    progress("events in thousands")
    let batch = try measureBatches()
    progress("decoding")
    let decode = try measureDecoding()
    progress("replay")
    let replay = try measureReplay()
    progress("every candidacy's state")
    let list = try measureList()
    progress("one candidacy's status")
    let status = try measureStatus()
    progress("one decision, judged and recorded")
    let decision = try measureDecisions()
    progress("every rule over the whole history")
    let findings = try measureFindings()
    return [single, batch, decode, replay, list, status] + decision + [findings]
  }

  // MARK: Writing

  private func measureSingleAppends() throws -> Measurement {
    let count = 300
    let events = try events(count)
    let rows = try RawReader(ledger).rows(count)
    let log = try emptyLog("single")
    let raw = try RawStore(at: folder + "/single.raw", like: ledger)
    var mine: [Double] = []
    var bare: [Double] = []
    for index in events.indices {
      mine.append(
        try seconds { _ = try log.append([EncodedEvent(events[index])], unless: nil) })
      bare.append(try seconds { try raw.write(rows[index...index]) })
    }
    return Measurement(
      name: "durable single append", value: 1 / mine.median, raw: 1 / bare.median,
      unit: "events/s", isLatency: false, floor: 80)
  }

  private func measureBatches() throws -> Measurement {
    let count = 30_000
    let events = try events(count)
    let rows = try RawReader(ledger).rows(count)
    var mine: [Double] = []
    var bare: [Double] = []
    for round in 0..<rounds {
      let log = try emptyLog("batch\(round)")
      let raw = try RawStore(at: folder + "/batch\(round).raw", like: ledger)
      var mineTotal = 0.0
      var bareTotal = 0.0
      for start in stride(from: 0, to: events.count, by: 1000) {
        let range = start..<min(start + 1000, events.count)
        mineTotal += try seconds {
          _ = try log.append(try events[range].map { try EncodedEvent($0) }, unless: nil)
        }
        bareTotal += try seconds { try raw.write(rows[range]) }
      }
      mine.append(mineTotal)
      bare.append(bareTotal)
    }
    return Measurement(
      name: "append in thousands", value: Double(events.count) / mine.median,
      raw: Double(events.count) / bare.median, unit: "events/s", isLatency: false, floor: 50)
  }

  // MARK: Reading

  private func measureDecoding() throws -> Measurement {
    let reader = try RawReader(ledger)
    let rows = try reader.rows(100_000)
    var mine: [Double] = []
    var bare: [Double] = []
    for _ in 0..<rounds {
      mine.append(
        try seconds {
          for row in rows {
            _ = try unsafe row.bytes.withUnsafeBytes {
              try unsafe Envelope(position: .zero, canonical: $0)
            }
          }
        })
      bare.append(seconds { reader.scan(limit: rows.count) })
    }
    return Measurement(
      name: "typed decoding, in memory", value: Double(rows.count) / mine.median,
      raw: Double(rows.count) / bare.median, unit: "events/s", isLatency: false, floor: nil)
  }

  private func measureReplay() throws -> Measurement {
    let log = try read.log()
    let reader = try RawReader(ledger)
    let last = try log.head().last
    var mine: [Double] = []
    var bare: [Double] = []
    for _ in 0..<rounds {
      mine.append(try seconds { _ = try Replay(on: nil, known: last, in: log) })
      bare.append(seconds { reader.scan() })
    }
    let total = Double(last.number)
    return Measurement(
      name: "whole typed replay", value: total / mine.median, raw: total / bare.median,
      unit: "events/s", isLatency: false, floor: 10)
  }

  /// A list of every candidacy: the replay, then each one's state.
  private func measureList() throws -> Measurement {
    let log = try read.log()
    let reader = try RawReader(ledger)
    let last = try log.head().last
    var candidacies = 0
    var mine: [Double] = []
    var bare: [Double] = []
    for _ in 0..<rounds {
      mine.append(
        try seconds {
          let replay = try Replay(on: nil, known: last, in: log)
          candidacies = replay.state.candidacies.count {
            replay.state.candidacy($0, on: replay.on) != nil
          }
        })
      bare.append(seconds { reader.scan() })
    }
    return Measurement(
      name: "list of every candidacy", value: Double(candidacies) / mine.median,
      raw: Double(candidacies) / bare.median, unit: "candidacies/s", isLatency: false, floor: nil)
  }

  private func measureStatus() throws -> Measurement {
    let log = try read.log()
    let reader = try RawReader(ledger)
    let last = try log.head().last
    var candidacies: [CandidacyID] = []
    try log.read(EventQuery(types: [.candidateEnrolled])) { stored in
      if case .candidateEnrolled(let data) = try stored.envelope().event.fact {
        candidacies.append(data.candidacy)
      }
    }
    let step = max(1, candidacies.count / 500)
    let day = clock().dayInParis
    var mine: [Double] = []
    var bare: [Double] = []
    for index in stride(from: 0, to: candidacies.count, by: step) {
      let id = candidacies[index]
      mine.append(
        try seconds {
          _ = try CandidacyHistory(of: id, known: last, in: log).state(on: day)
        })
      bare.append(seconds { reader.scan(subject: "candidacy:\(id)") })
    }
    return Measurement(
      name: "one candidacy's status", value: mine.median * 1e6, raw: bare.median * 1e6,
      unit: "µs", isLatency: true, floor: 5000)
  }

  // MARK: The rules

  /// A jury's decision in the long ledger: read and judged alone, then appended durably too.
  private func measureDecisions() throws -> [Measurement] {
    // The ledger ends where its demonstration does, be that long ago.
    let log = try read.writableLog()
    let session = try BenchmarkSession(on: clock().dayInParis)
    var recorder = Recorder(
      log: log, vault: { () throws(VaultFailure) in throw .missing }, clock: clock)
    _ = try recorder.record(session.setting)
    let raw = try RawStore(at: folder + "/decision.raw", like: ledger)
    let rows = try RawReader(ledger).rows(session.decisions.count)
    var judged: [Double] = []
    var mine: [Double] = []
    var bare: [Double] = []
    for (index, decision) in session.decisions.enumerated() {
      judged.append(try seconds { _ = try recorder.record([decision], isDryRun: true) })
      mine.append(
        try seconds {
          guard case .recorded = try recorder.record([decision]) else { throw LogFailure.missing }
        })
      bare.append(try seconds { try raw.write(rows[index...index]) })
    }
    return [
      Measurement(
        name: "one decision judged", value: judged.median * 1e6, raw: bare.median * 1e6,
        unit: "µs", isLatency: true, floor: nil),
      Measurement(
        name: "one decision judged and recorded", value: mine.median * 1e6,
        raw: bare.median * 1e6, unit: "µs", isLatency: true, floor: 3000),
    ]
  }

  private func measureFindings() throws -> Measurement {
    let log = try read.log()
    let reader = try RawReader(ledger)
    let last = try log.head().last
    let day = clock().dayInParis
    let mine = try seconds { _ = try log.findings(on: day, known: last) }
    let bare = seconds { reader.scan() }
    let total = Double(last.number)
    return Measurement(
      name: "every rule over the whole history", value: total / mine, raw: total / bare,
      unit: "events/s", isLatency: false, floor: nil)
  }

  // MARK: Ledgers

  /// A new log without events.
  private func emptyLog(_ name: String) throws -> any EventLog {
    let ledger = Ledger(at: "\(folder)/\(name).ledger", clock: LedgerClock(now: clock))
    try ledger.create(vault: .useExisting) { _ in }
    return try ledger.writableLog()
  }

  private func events(_ count: Int) throws -> [Event] {
    let log = try read.log()
    var events: [Event] = []
    try log.read(EventQuery(limit: count)) { events.append(try $0.envelope().event) }
    return events
  }
}
