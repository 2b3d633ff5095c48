internal import AcquisLedger
internal import EventLog
public import Events
internal import Projections
internal import Vault

/// Measures a ledger's operations on this machine against a baseline: direct SQLite calls on the
/// same rows.
///
/// Operation and baseline alternate, so that a slow moment affects both; the median of the rounds
/// is reported.
public struct Benchmark {
  /// The path of the ledger to read; its events are written again into new files.
  private let ledger: String
  /// Where new files are created: on the disk to measure.
  private let folder: String
  private let clock: @Sendable () -> Instant
  private let read: Ledger
  private let rounds = 3

  /// - Parameters:
  ///   - ledger: the path of the ledger to read.
  ///   - folder: a folder of its own for new files.
  ///   - clock: dates the events that are written.
  public init(ledger: String, folder: String, clock: @escaping @Sendable () -> Instant) {
    self.ledger = ledger
    self.folder = folder
    self.clock = clock
    read = Ledger(
      at: ledger, clock: LedgerClock(now: clock, trust: ClockTrust(isAccepted: true)))
  }

  /// Runs all measurements: writing, reading, queries, rules.
  ///
  /// - Parameter progress: called with the name of each measurement before it starts.
  /// - Throws: the failures of the ledger; ``RawSQLiteFailure`` of the baseline.
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
    let rows = try BaselineReader(ledger).rows(count)
    let log = try emptyLog("single")
    let raw = try BaselineWriter(at: folder + "/single.raw", like: ledger)
    var measured: [Double] = []
    var baseline: [Double] = []
    for index in events.indices {
      measured.append(
        try seconds { _ = try log.append([EncodedEvent(events[index])], unless: nil) })
      baseline.append(try seconds { try raw.write(rows[index...index]) })
    }
    return Measurement(
      name: "durable single append", value: 1 / measured.median, raw: 1 / baseline.median,
      unit: "events/s", isLatency: false, floor: 80)
  }

  private func measureBatches() throws -> Measurement {
    let count = 30_000
    let events = try events(count)
    let rows = try BaselineReader(ledger).rows(count)
    var measured: [Double] = []
    var baseline: [Double] = []
    for round in 0..<rounds {
      let log = try emptyLog("batch\(round)")
      let raw = try BaselineWriter(at: folder + "/batch\(round).raw", like: ledger)
      var measuredTotal = 0.0
      var baselineTotal = 0.0
      for start in stride(from: 0, to: events.count, by: 1000) {
        let range = start..<min(start + 1000, events.count)
        measuredTotal += try seconds {
          _ = try log.append(try events[range].map { try EncodedEvent($0) }, unless: nil)
        }
        baselineTotal += try seconds { try raw.write(rows[range]) }
      }
      measured.append(measuredTotal)
      baseline.append(baselineTotal)
    }
    return Measurement(
      name: "append in thousands", value: Double(events.count) / measured.median,
      raw: Double(events.count) / baseline.median, unit: "events/s", isLatency: false, floor: 50)
  }

  // MARK: Reading

  private func measureDecoding() throws -> Measurement {
    let reader = try BaselineReader(ledger)
    let rows = try reader.rows(100_000)
    var measured: [Double] = []
    var baseline: [Double] = []
    for _ in 0..<rounds {
      measured.append(
        try seconds {
          for row in rows {
            _ = try unsafe row.bytes.withUnsafeBytes {
              try unsafe Envelope(position: .zero, canonical: $0)
            }
          }
        })
      baseline.append(seconds { reader.scan(limit: rows.count) })
    }
    return Measurement(
      name: "typed decoding, in memory", value: Double(rows.count) / measured.median,
      raw: Double(rows.count) / baseline.median, unit: "events/s", isLatency: false, floor: nil)
  }

  private func measureReplay() throws -> Measurement {
    let log = try read.log()
    let reader = try BaselineReader(ledger)
    let last = try log.head().last
    var measured: [Double] = []
    var baseline: [Double] = []
    for _ in 0..<rounds {
      measured.append(try seconds { _ = try Replay(on: nil, known: last, in: log) })
      baseline.append(seconds { reader.scan() })
    }
    let total = Double(last.number)
    return Measurement(
      name: "whole typed replay", value: total / measured.median, raw: total / baseline.median,
      unit: "events/s", isLatency: false, floor: 10)
  }

  /// The list of all candidacies: a replay, then the state of each.
  private func measureList() throws -> Measurement {
    let log = try read.log()
    let reader = try BaselineReader(ledger)
    let last = try log.head().last
    var candidacies = 0
    var measured: [Double] = []
    var baseline: [Double] = []
    for _ in 0..<rounds {
      measured.append(
        try seconds {
          let replay = try Replay(on: nil, known: last, in: log)
          candidacies = replay.state.candidacies.count {
            replay.state.candidacy($0, on: replay.on) != nil
          }
        })
      baseline.append(seconds { reader.scan() })
    }
    return Measurement(
      name: "list of every candidacy", value: Double(candidacies) / measured.median,
      raw: Double(candidacies) / baseline.median, unit: "candidacies/s", isLatency: false,
      floor: nil)
  }

  private func measureStatus() throws -> Measurement {
    let log = try read.log()
    let reader = try BaselineReader(ledger)
    let last = try log.head().last
    var candidacies: [CandidacyID] = []
    try log.read(EventQuery(types: [.candidateEnrolled])) { stored in
      if case .candidateEnrolled(let data) = try stored.envelope().event.fact {
        candidacies.append(data.candidacy)
      }
    }
    let step = max(1, candidacies.count / 500)
    let day = clock().dayInParis
    var measured: [Double] = []
    var baseline: [Double] = []
    for index in stride(from: 0, to: candidacies.count, by: step) {
      let id = candidacies[index]
      measured.append(
        try seconds {
          _ = try CandidacyHistory(of: id, known: last, in: log).state(on: day)
        })
      baseline.append(seconds { reader.scan(subject: "candidacy:\(id)") })
    }
    return Measurement(
      name: "one candidacy's status", value: measured.median * 1e6, raw: baseline.median * 1e6,
      unit: "µs", isLatency: true, floor: 5000)
  }

  // MARK: The rules

  /// A jury's decision in the long ledger: first only checked by the rules, then also appended
  /// durably.
  private func measureDecisions() throws -> [Measurement] {
    // The ledger's last event may be long ago: the clock is accepted.
    let log = try read.writableLog()
    let session = try BenchmarkSession(on: clock().dayInParis)
    var recorder = Recorder(
      log: log, vault: { () throws(VaultFailure) in throw .missing }, clock: clock)
    _ = try recorder.record(session.setting)
    let raw = try BaselineWriter(at: folder + "/decision.raw", like: ledger)
    let rows = try BaselineReader(ledger).rows(session.decisions.count)
    var judged: [Double] = []
    var measured: [Double] = []
    var baseline: [Double] = []
    for (index, decision) in session.decisions.enumerated() {
      judged.append(try seconds { _ = try recorder.record([decision], isDryRun: true) })
      measured.append(
        try seconds {
          guard case .recorded = try recorder.record([decision]) else { throw LogFailure.missing }
        })
      baseline.append(try seconds { try raw.write(rows[index...index]) })
    }
    return [
      Measurement(
        name: "one decision judged", value: judged.median * 1e6, raw: baseline.median * 1e6,
        unit: "µs", isLatency: true, floor: nil),
      Measurement(
        name: "one decision judged and recorded", value: measured.median * 1e6,
        raw: baseline.median * 1e6, unit: "µs", isLatency: true, floor: 3000),
    ]
  }

  private func measureFindings() throws -> Measurement {
    let log = try read.log()
    let reader = try BaselineReader(ledger)
    let last = try log.head().last
    let day = clock().dayInParis
    let measured = try seconds { _ = try log.findings(on: day, known: last) }
    let baseline = seconds { reader.scan() }
    let total = Double(last.number)
    return Measurement(
      name: "every rule over the whole history", value: total / measured, raw: total / baseline,
      unit: "events/s", isLatency: false, floor: nil)
  }

  // MARK: Ledgers

  /// Creates a ledger without events or vault.
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
