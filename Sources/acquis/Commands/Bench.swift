internal import AcquisLedger
internal import Benchmarks
internal import Events
internal import Files
internal import Glibc

extension Command {
  /// `bench`
  static let bench = Command(
    name: "bench",
    summary: Text(
      "mesure cette machine, à côté de SQLite seul faisant de même",
      "measures this machine, beside bare SQLite doing the same"),
    options: [
      Option(
        name: "events", value: "N",
        help: Text(
          "la taille du registre lu (par défaut 100000)",
          "the size of the ledger that is read (default 100000)")),
      Option(
        name: "folder", value: "F",
        help: Text(
          "dont on mesure le disque (par défaut le dossier courant)",
          "whose disk to measure (default: the current one)")),
    ],
    example: "acquis bench --events 1000000"
  ) { invocation in
    let events = try invocation.number("events") ?? 100_000
    let folder = "\(invocation.option("folder") ?? ".")/acquis-bench-\(getpid())"
    guard unsafe mkdir(folder, 0o700) == 0 else {
      throw Failure.input(.system(errno).at(folder))
    }
    defer { Folder.remove(folder) }
    let ledger = folder + "/read.ledger"
    invocation.output.progress(
      Text(
        "création d’un registre (entrées : \(events))", "making a ledger of \(events) events"
      ))
    try DemonstrationLedger.make(
      at: try Ledger(at: ledger, in: invocation), events: events, seed: 1, isJudged: false,
      invocation.output)
    let measurements = try Benchmark(
      ledger: ledger, folder: folder, clock: LedgerClock.system().now
    ).run { invocation.output.progress(Text("mesure : \($0)", "measuring: \($0)")) }
    invocation.output.endProgress()
    if invocation.has("json") {
      return try invocation.output.line(JSONValue.list(measurements.map(\.json)).description)
    }
    try invocation.output.line(
      Text(
        "un registre de \(Text.count(events, .entry).french) ; rapports à SQLite seul, dans cette même mesure",
        "a ledger of \(events) events; ratios against bare SQLite in this run"
      ))
    for measurement in measurements {
      try invocation.output.line(measurement.line(in: invocation.output.language))
    }
    guard measurements.allSatisfy(\.isKept) else {
      throw Failure.check(Text("un plancher n’est pas atteint", "a floor is not kept"))
    }
  }
}

extension Measurement {
  /// Figures are rounded to whole numbers.
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "value": .integer(Int(value)), "raw": .integer(Int(raw)),
      "unit": .string(unit), "percentOfRaw": .integer(Int(percent)),
      "floor": floor.map { .integer(Int($0)) } ?? .null, "kept": .boolean(isKept),
    ]
  }

  /// The measures' names are the same in both languages.
  fileprivate func line(in language: Language) -> String {
    let figures = "\(Int(value)) \(unit)"
    let limit = floor.map { floor in
      isLatency
        ? Text("au plus \(Int(floor)) µs", "at most \(Int(floor)) µs")
        : Text("au moins \(Int(floor)) %", "at least \(Int(floor)) %")
    }
    let verdict = isKept ? Text("tenu", "kept") : Text("NON TENU", "NOT KEPT")
    let end = limit.map { "  (\($0.text(in: language)): \(verdict.text(in: language)))" } ?? ""
    let bare = Text("SQLite seul", "bare").text(in: language)
    return "  \(name): \(figures), \(bare) \(Int(raw)), \(Int(percent)) %\(end)"
  }
}
