internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Benchmark {
  func measureDecoding() throws -> [Measurement] {
    let reader = try BaselineReader(ledger)
    let rows = try reader.rows(100_000)
    let rounds = try Rounds {
      for row in rows {
        _ = try unsafe row.bytes.withUnsafeBytes {
          try unsafe Envelope(position: .zero, canonical: $0)
        }
      }
    } beside: {
      reader.scan(limit: rows.count)
    }
    return [rounds.rate(of: rows.count, "typed decoding, in memory", "events/s")]
  }

  /// Every event read and folded: on one core, and on all that there are.
  func measureReplay() throws -> [Measurement] {
    let log = try read.log()
    let reader = try BaselineReader(ledger)
    let last = try log.head().last
    let one = try OneCore.run {
      try Rounds {
        _ = try Replay(on: nil, known: last, in: log)
      } beside: {
        reader.scan()
      }
    }
    let all = try Rounds {
      _ = try Replay(on: nil, known: last, in: log)
    } beside: {
      reader.scan()
    }
    let total = Int(last.number)
    return [
      one.rate(of: total, "whole replay on one core", "events/s", floor: 25),
      all.rate(of: total, "whole replay on all cores", "events/s"),
    ]
  }

  /// The list of all candidacies: a replay, then the state of each.
  func measureList() throws -> [Measurement] {
    let log = try read.log()
    let reader = try BaselineReader(ledger)
    let last = try log.head().last
    var candidacies = 0
    let rounds = try Rounds {
      let replay = try Replay(on: nil, known: last, in: log)
      candidacies = replay.state.candidacies.count {
        replay.state.candidacy($0, on: replay.on) != nil
      }
    } beside: {
      reader.scan()
    }
    return [rounds.rate(of: candidacies, "list of every candidacy", "candidacies/s")]
  }

  func measureStatus() throws -> [Measurement] {
    let log = try read.log()
    let reader = try BaselineReader(ledger)
    let last = try log.head().last
    let day = clock().dayInParis
    var rounds = Rounds()
    for id in try candidacies(500) {
      try rounds.add {
        _ = try CandidacyHistory(of: id, known: last, in: log).state(on: day)
      } beside: {
        reader.scan(subject: "candidacy:\(id)")
      }
    }
    return [
      Measurement(
        "one candidacy's status", rounds.median * 1e6, beside: rounds.bare * 1e6, "µs",
        isCost: true, floor: 5000)
    ]
  }

  /// The whole file compared with its events' bytes, as `audit verify` does.
  func measureVerification() throws -> [Measurement] {
    let reader = try BaselineReader(ledger)
    let total = Int(try read.log().head().last.number)
    let rounds = try Rounds {
      _ = try read.verify(rootsAt: []) { _ in }
    } beside: {
      reader.scan()
    }
    return [rounds.rate(of: total, "verification", "events/s", floor: 12)]
  }

  /// Whole commands as a person waits for them, and the memory that a replay takes.
  func measureCommands() throws -> [Measurement] {
    let all = try candidacies(.max)
    guard let one = all.first?.text else { return [] }
    let place = ["--ledger", ledger]
    func milliseconds(_ words: [String]) throws -> Double {
      var seconds: [Double] = []
      while seconds.count < 3, seconds.reduce(0, +) < 60 {
        seconds.append(try WholeCommand(program, words + place).seconds)
      }
      return seconds.median * 1000
    }
    func peak(_ words: [String]) throws -> Int {
      try WholeCommand(program, words + place, watchesMemory: true).peakMemory
    }
    let page = ["candidates", "--status", "awaitingJury", "--limit", "20"]
    let beyond = try peak(["replay"]) - peak(["status", one])
    return [
      Measurement("`status`", try milliseconds(["status", one]), "ms", isCost: true),
      Measurement("first page of `candidates`", try milliseconds(page), "ms", isCost: true),
      Measurement("`candidates`", try milliseconds(["candidates"]), "ms", isCost: true),
      Measurement(
        "memory of `replay`, for each candidacy",
        Double(max(0, beyond)) / Double(all.count), "bytes", isCost: true),
    ]
  }
}
