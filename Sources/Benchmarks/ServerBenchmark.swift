internal import AcquisLedger
internal import EventLog
public import Events
internal import Glibc
internal import PostgreSQL

/// Measures ledgers on a PostgreSQL server against a baseline: direct libpq calls that write and read the same rows
/// in the same tables.
///
/// Makes ledgers of its own there, and drops them.
public struct ServerBenchmark {
  private let address: PostgresAddress
  private let source: Benchmark
  private let folder: String
  private let clock: @Sendable () -> Instant

  /// - Parameters:
  ///   - address: of a ledger on the server, which need not be there.
  ///   - ledger: the path of the ledger whose events are written.
  ///   - folder: a folder of its own for files.
  ///   - clock: dates the events that are written.
  /// - Returns: nil if the address is none.
  public init?(
    _ address: String, ledger: String, folder: String, clock: @escaping @Sendable () -> Instant
  ) {
    guard let address = try? PostgresAddress(address) else { return nil }
    self.address = address
    self.folder = folder
    self.clock = clock
    source = Benchmark(ledger: ledger, folder: folder, program: "", clock: clock)
  }

  /// Runs all measurements.
  ///
  /// - Parameter progress: called with the name of each group of measurements before it starts.
  public func run(progress: (String) -> Void) throws -> [Measurement] {
    let groups: [(String, () throws -> [Measurement])] = [
      ("one event at a time, by one connection and by sixteen", measureSingleAppends),
      ("events in thousands", measureBatches),
      ("replay", measureReplay),
    ]
    return try groups.flatMap { name, measure in
      progress(name)
      return try measure()
    }
  }

  // MARK: Ledgers

  /// A ledger of this run; nothing of it stays.
  private func ledger(_ name: String) throws -> Ledger {
    let own = "bench_\(getpid())_\(name)"
    let separator = address.server.contains("?") ? "&" : "?"
    return Ledger(
      at: try LedgerPlace(
        "\(address.server)\(separator)ledger=\(own)", beside: "\(folder)/\(own)"),
      clock: LedgerClock(now: clock, trust: ClockTrust(isAccepted: true)))
  }

  private func drop(_ ledgers: Ledger...) {
    guard let connection = try? PostgresConnection(address.server) else { return }
    for ledger in ledgers {
      try? connection.run("DROP SCHEMA IF EXISTS \(ledger.place.name) CASCADE")
    }
  }

  private func made(_ name: String) throws -> (Ledger, any EventLog) {
    let ledger = try ledger(name)
    try ledger.create(vault: .useExisting) { _ in }
    return (ledger, try ledger.writableLog())
  }

  // MARK: Measurements

  /// One event a transaction: by one connection, beside the rows inserted by a prepared statement; and by sixteen, to
  /// one ledger and to one each.
  private func measureSingleAppends() throws -> [Measurement] {
    let events = try source.events(1_600)
    let rows = try BaselineReader(source.ledger).rows(events.count)
    let (ledger, log) = try made("single")
    let (bare, _) = try made("bare")
    defer { drop(ledger, bare) }
    let writer = try BareServerWriter(address, bare.place.name)
    var single = Rounds()
    for index in events.indices.prefix(600) {
      try single.add {
        _ = try log.append([EncodedEvent(events[index])], unless: nil)
      } beside: {
        try writer.insert(rows[index])
      }
    }
    let (shared, _) = try made("shared")
    defer { drop(shared) }
    let logs = try (0..<16).map { _ in try shared.writableLog() }
    let together = try seconds { try Benchmark.append(events, to: logs) }
    let own = try (0..<16).map { try made("own\($0)") }
    defer { for (ledger, _) in own { drop(ledger) } }
    let apart = try seconds { try Benchmark.append(events, to: own.map(\.1)) }
    return [
      single.rate(of: 1, "durable single append", "events/s", floor: 90),
      Measurement(
        "single appends by 16 connections, beside one", Double(events.count) / together,
        beside: 1 / single.median, "events/s"),
      Measurement(
        "single appends by 16 connections to a ledger each, beside one",
        Double(events.count) / apart, beside: 1 / single.median, "events/s"),
    ]
  }

  /// A thousand events a transaction, beside the rows copied (`COPY`).
  private func measureBatches() throws -> [Measurement] {
    let rows = try BaselineReader(source.ledger).rows(30_000)
    let events = try source.events(rows.count)
    var rounds = Rounds()
    for round in 0..<3 {
      let (ledger, log) = try made("batch\(round)")
      let (bare, _) = try made("copied\(round)")
      defer { drop(ledger, bare) }
      let writer = try BareServerWriter(address, bare.place.name)
      var (measured, baseline) = (0.0, 0.0)
      for start in stride(from: 0, to: events.count, by: 1000) {
        let range = start..<min(start + 1000, events.count)
        measured += try seconds {
          _ = try log.append(try events[range].map { try EncodedEvent($0) }, unless: nil)
        }
        baseline += try seconds { try writer.copy(rows[range]) }
      }
      rounds.add(measured, beside: baseline)
    }
    return [rounds.rate(of: events.count, "append in thousands", "events/s", floor: 70)]
  }

  /// Every event read in fold order and folded, beside its row fetched by a bare cursor; and read and hashed, beside
  /// its bytes alone copied (`COPY`).
  private func measureReplay() throws -> [Measurement] {
    let copy = CopyFile(folder + "/server.jsonl")
    let head = try copy.write { write in try source.read.export(write) }
    let ledger = try ledger("replay")
    defer { drop(ledger) }
    let restoring = try seconds {
      let lines = try copy.lines()
      _ = try ledger.restore(keys: [], against: [], vault: .useExisting) { _ in lines.next() }
    }
    let log = try ledger.log()
    let bare = try BareServerReader(address, ledger.place.name)
    let total = Int(head.last.number)
    let rounds = try Rounds(times: 9) {
      _ = try Replay(on: nil, known: head.last, in: log)
    } beside: {
      try bare.fetch()
    }
    let reading = try Rounds {
      try log.read(EventQuery(order: .fold)) { _ in }
    } beside: {
      try bare.scan()
    }
    let size = try bare.size()
    return [
      rounds.rate(of: total, "whole replay", "events/s", floor: 80),
      reading.rate(
        of: total, "every event read and hashed, beside COPY of their bytes", "events/s"),
      Measurement("restore", Double(total) / restoring, "events/s"),
      Measurement(
        "size of an event with its indexes", Double(size) / Double(total), "bytes", isCost: true),
    ]
  }
}
