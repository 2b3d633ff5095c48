internal import AcquisLedger
internal import EventLog
internal import Events
internal import Synchronization

extension Benchmark {
  /// One event a transaction: by one caller, and by sixteen that share a log.
  func measureSingleAppends() throws -> [Measurement] {
    let count = 960
    let callers = 16
    let events = try events(count)
    let rows = try BaselineReader(ledger).rows(events.count)
    let log = try emptyLog("single")
    let raw = try BaselineWriter(at: folder + "/single.raw", like: ledger, isGuarded: true)
    var single = Rounds()
    for index in events.indices.prefix(300) {
      try single.add {
        _ = try log.append([EncodedEvent(events[index])], unless: nil)
      } beside: {
        try raw.write(rows[index...index])
      }
    }
    var shared = Rounds()
    for round in 0..<3 {
      let log = try emptyLog("callers\(round)")
      let raw = try BaselineWriter(
        at: folder + "/callers\(round).raw", like: ledger, isGuarded: true)
      try shared.add {
        try Self.append(events, to: Array(repeating: log, count: callers))
      } beside: {
        for start in stride(from: 0, to: events.count, by: callers) {
          try raw.write(rows[start..<min(start + callers, events.count)])
        }
      }
    }
    let alone = 1 / single.median
    let together = Double(events.count) / shared.median
    return [
      single.rate(of: 1, "durable single append", "events/s", floor: 95),
      shared.rate(of: events.count, "single appends by 16 callers", "events/s"),
      Measurement("single appends by 16 callers, beside one", together, beside: alone, "events/s"),
    ]
  }

  /// Appends events one by one, by a thread for each of the logs, which may be one and the same.
  static func append(_ events: [Event], to logs: [any EventLog]) throws {
    let failed = Mutex<(any Error)?>(nil)
    Callers.run(logs.count) { number in
      for index in stride(from: number, to: events.count, by: logs.count) {
        do {
          _ = try logs[number].append([EncodedEvent(events[index])], unless: nil)
        } catch {
          failed.withLock { $0 = error }
          return
        }
      }
    }
    if let failure = failed.withLock({ $0 }) { throw failure }
  }

  /// A thousand events a transaction, beside bare rows with hashes, with the ledger's triggers and without.
  func measureBatches() throws -> [Measurement] {
    let rows = try BaselineReader(ledger).rows(30_000)
    let events = try events(rows.count)
    var (guarded, unguarded) = (Rounds(), Rounds())
    for round in 0..<3 {
      let log = try emptyLog("batch\(round)")
      let bare = try [true, false].map { isGuarded in
        try BaselineWriter(
          at: "\(folder)/batch\(round)\(isGuarded).raw", like: ledger, isGuarded: isGuarded)
      }
      var (measured, baseline) = (0.0, [0.0, 0.0])
      for start in stride(from: 0, to: events.count, by: 1000) {
        let range = start..<min(start + 1000, events.count)
        measured += try seconds {
          _ = try log.append(try events[range].map { try EncodedEvent($0) }, unless: nil)
        }
        for (index, writer) in bare.enumerated() {
          baseline[index] += try seconds { try writer.write(rows[range]) }
        }
      }
      guarded.add(measured, beside: baseline[0])
      unguarded.add(measured, beside: baseline[1])
    }
    return [
      guarded.rate(of: events.count, "append in thousands", "events/s", floor: 70),
      unguarded.rate(
        of: events.count, "append in thousands, beside rows without triggers", "events/s",
        floor: 55),
    ]
  }

  /// A copy of the whole log made into a ledger, beside bare rows in thousands.
  func measureRestoring() throws -> [Measurement] {
    let copy = CopyFile(folder + "/copy.jsonl")
    let head = try copy.write { write in try read.export(write) }
    let rows = try BaselineReader(ledger).rows(30_000)
    var number = 0
    let last = Int(head.last.number)
    var rounds = Rounds()
    for _ in 0..<(last > 300_000 ? 1 : 3) {
      number += 1
      let ledger = Ledger(
        at: "\(folder)/restored\(number).ledger", clock: LedgerClock(now: clock))
      let raw = try BaselineWriter(
        at: "\(folder)/restored\(number).raw", like: self.ledger, isGuarded: true)
      let measured = try seconds {
        let lines = try copy.lines()
        _ = try ledger.restore(keys: [], against: [], vault: .useExisting) { _ in lines.next() }
      }
      let baseline = try seconds {
        for start in stride(from: 0, to: rows.count, by: 1000) {
          try raw.write(rows[start..<min(start + 1000, rows.count)])
        }
      }
      rounds.add(measured / Double(last), beside: baseline / Double(rows.count))
    }
    return [rounds.rate(of: 1, "restore", "events/s")]
  }
}
