internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

extension Benchmark {
  /// A jury's decision in the long ledger: first only checked by the rules, then also appended
  /// durably.
  func measureDecisions() throws -> [Measurement] {
    // The ledger's last event may be long ago: the clock is accepted.
    let log = try read.writableLog()
    let session = try BenchmarkSession(on: clock().dayInParis)
    var recorder = Recorder(
      log: log, vault: { () throws(VaultFailure) in throw .missing }, clock: clock)
    _ = try recorder.record(session.setting)
    let raw = try BaselineWriter(at: folder + "/decision.raw", like: ledger, isGuarded: true)
    let rows = try BaselineReader(ledger).rows(session.decisions.count)
    var judged: [Double] = []
    var rounds = Rounds()
    for (decision, index) in zip(session.decisions, rows.indices) {
      judged.append(try seconds { _ = try recorder.record([decision], isDryRun: true) })
      try rounds.add {
        guard case .recorded = try recorder.record([decision]) else { throw LogFailure.missing }
      } beside: {
        try raw.write(rows[index...index])
      }
    }
    let bare = rounds.bare * 1e6
    return [
      Measurement("one decision judged", judged.median * 1e6, beside: bare, "µs", isCost: true),
      Measurement(
        "one decision judged and recorded", rounds.median * 1e6, beside: bare, "µs", isCost: true,
        floor: 3000),
    ]
  }

  func measureFindings() throws -> [Measurement] {
    let log = try read.log()
    let reader = try BaselineReader(ledger)
    let last = try log.head().last
    let day = clock().dayInParis
    let rounds = try Rounds {
      _ = try log.findings(on: day, known: last)
    } beside: {
      reader.scan()
    }
    return [rounds.rate(of: Int(last.number), "every rule over the whole history", "events/s")]
  }
}
