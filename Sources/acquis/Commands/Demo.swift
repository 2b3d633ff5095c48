internal import CanonicalJSON
internal import Catalogue
internal import Demonstration
internal import EventLog
internal import Events
internal import Recording
internal import SQLiteLog
internal import Synchronization
internal import Vault

extension Command {
  /// `demo [--events N]`
  static let demo = Command(
    name: "demo",
    summary: "makes a small fictitious ledger, 2017 to 2026, and shows what to ask of it",
    options: [
      Option(name: "events", value: "N", help: "about how many events (default 600)"),
      Option(name: "seed", value: "S", help: "another seed, another history (default 1)"),
    ],
    example: "acquis demo --ledger demo.ledger"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let events = try invocation.number("events") ?? 600
    let seed = try invocation.number("seed") ?? 1
    do throws(LogFailure) {
      let last = try ledger.log().head().last
      Output.note(
        "\(ledger.path): there is already a ledger of \(last) events; nothing was changed")
    } catch {
      guard error == .missing else { throw error }
      try DemonstrationLedger.make(at: ledger, events: events, seed: UInt64(seed))
    }
    if invocation.has("json") {
      let head = try ledger.log().head()
      let answer: JSONValue = [
        "ledger": .string(ledger.path), "events": .integer(Int(head.last.number)),
      ]
      return try Output.line(answer.description)
    }
    try Output.line(questions(ledger))
  }

  private static func questions(_ ledger: Ledger) -> String {
    let at = ledger.path == "acquis.ledger" ? "" : " --ledger \(ledger.path)"
    return """
      \(ledger.path): a demonstration. Nobody in it exists. Ask it:

        acquis status DEMO-D-0001\(at)
        acquis status DEMO-D-LAPSE --on 2022-06-15\(at)        the last day of five years
        acquis status DEMO-D-LAPSE --on 2022-06-16\(at)        the day after
        acquis status DEMO-D-MISTAKE --on 2021-06-30\(at)      what we know today
        acquis status DEMO-D-MISTAKE --on 2021-06-30 --known 2021-07-01\(at)   what we knew then
        acquis log --subject candidacy:DEMO-D-APPEAL\(at)      the events themselves
        acquis replay --digest\(at)                            one hash over every state
      """
  }
}

/// Records the demonstration through the door, at the instants it tells.
enum DemonstrationLedger {
  /// Events in one append.
  private static let batch = 1000

  static func make(at ledger: Ledger, events: Int, seed: UInt64) throws {
    let demonstration = try Demonstration(events: events, seed: seed)
    let clock = ScriptedClock([demonstration.begins])
    let now: @Sendable () -> Instant = { clock.next() }
    try NewLedger.make(at: ledger, clock: now) { log in
      let catalogue = try BuiltInCatalogue.events().map { try EncodedEvent($0) }
      _ = try log.append(catalogue, unless: nil)
      var door = Door(log: log) { () throws(VaultFailure) in try ledger.vault() }
      var next = 0
      while next < demonstration.lines.count {
        let lines = demonstration.lines[next..<min(next + batch, demonstration.lines.count)]
        clock.set(lines.map(\.recordedAt))
        _ = try door.record(
          lines.enumerated().map { try DoorLine($0.element.value, number: next + $0.offset + 1) })
        next += lines.count
        Output.progress("\(next) of \(demonstration.lines.count) events recorded")
      }
    }
    Output.progress("")
  }
}

/// A clock that tells the instants it was given, one a call, then the last one for ever.
final class ScriptedClock: Sendable {
  private let instants: Mutex<[Instant]>

  init(_ instants: [Instant]) { self.instants = Mutex(instants.reversed()) }

  /// Sets the instants to come.
  func set(_ instants: [Instant]) { self.instants.withLock { $0 = instants.reversed() } }

  /// The next instant.
  func next() -> Instant {
    instants.withLock { instants in
      guard instants.count > 1 else { return instants.last ?? .epoch }
      return instants.removeLast()
    }
  }
}
