internal import AcquisLedger
internal import Benchmarks
internal import EventLog
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
          "la taille du registre lu (par défaut 100000) ; avec --ledger, une copie de celui-là est mesurée",
          "the size of the ledger that is read (default 100000); with --ledger a copy of that one is measured"
        )),
      Option(
        name: "folder", value: "F",
        help: Text(
          "dont on mesure le disque (par défaut le dossier courant)",
          "whose disk to measure (default: the current one)")),
      Option(
        name: "save", value: "FILE",
        help: Text(
          "ajoute les chiffres à ce fichier, une ligne par mesure",
          "adds the figures to this file, one line a run")),
      Option(
        name: "against", value: "FILE",
        help: Text(
          "compare aux derniers chiffres de ce fichier",
          "compares with the last figures of this file"), input: .file),
    ],
    example: "acquis bench --events 1000000 --against figures.jsonl --save figures.jsonl"
  ) { invocation in
    let output = invocation.output
    defer { output.endProgress() }
    let server = invocation.option("ledger").flatMap { LedgerPlace.isOnServer($0) ? $0 : nil }
    if server == nil, invocation.has("events"), invocation.has("ledger") {
      throw Failure.usage(
        Text(
          "--events et --ledger ne vont pas ensemble", "--events and --ledger exclude each other"))
    }
    let earlier = try earlierFigures(invocation)
    let folder = "\(invocation.option("folder") ?? ".")/acquis-bench-\(getpid())"
    guard unsafe mkdir(folder, 0o700) == 0 else {
      throw Failure.input(.system(errno).at(folder))
    }
    defer { Folder.remove(folder) }
    let ledger = Ledger(at: LedgerPlace(folder + "/read.ledger"), in: invocation)
    try fill(ledger, invocation)
    let (machine, start) = (Surroundings(), Surroundings.load)
    output.note(Text("processeur : \(machine.model)", "processor: \(machine.model)"))
    let events = Int(try ledger.log().head().last.number)
    let clock = LedgerClock.system()
    func progress(_ what: String) {
      output.progress(Text("mesure : \(what)", "measuring: \(what)"))
    }
    let measurements: [Measurement]
    if let address = server {
      guard
        let benchmark = ServerBenchmark(
          address, ledger: ledger.path, folder: folder, clock: clock.now)
      else { throw Failure.usage(LedgerPlace.Refusal.notAnAddress.text) }
      measurements = try benchmark.run(progress: progress)
    } else {
      measurements = try Benchmark(
        ledger: ledger.path, folder: folder, program: "/proc/self/exe", clock: clock.now
      ).run(progress: progress)
    }
    output.endProgress()
    let figures = BenchFigures(
      events: events, measuredAt: clock.now(), machine: machine,
      load: (start, Surroundings.load), peakMemory: Surroundings.peakMemory,
      isOnServer: server != nil, measurements: measurements)
    // Told before they are saved: a file that cannot be written loses no measurement.
    if invocation.has("json") {
      try output.line(figures.json.description)
    } else {
      for line in figures.lines(comparedWith: earlier) { try output.line(line) }
    }
    if let file = invocation.option("save") { try figures.save(to: file) }
    guard figures.areKept else {
      throw Failure.check(Text("un plancher n’est pas atteint", "a floor is not kept"))
    }
  }

  /// The figures to compare with; none in the first run that saves to the file it compares with.
  private static func earlierFigures(_ invocation: Invocation) throws -> EarlierFigures? {
    guard let file = invocation.option("against") else { return nil }
    if file == invocation.option("save"), Folder.isAbsent(file) { return nil }
    return try EarlierFigures(file)
  }

  /// Makes the ledger to measure: a copy of the one given by `--ledger`, else a demonstration.
  private static func fill(_ ledger: Ledger, _ invocation: Invocation) throws {
    let output = invocation.output
    if let given = invocation.option("ledger"), !LedgerPlace.isOnServer(given) {
      output.progress(Text("copie du registre", "copying the ledger"))
      let log = Ledger(at: LedgerPlace(given), in: invocation)
      guard let store = try log.log() as? any FileStore else { throw LogFailure.notALedger }
      _ = try store.copy(to: ledger.path)
      return
    }
    let events = try invocation.number("events") ?? 100_000
    output.progress(
      Text(
        "création d’un registre (entrées : \(events))", "making a ledger of \(events) events"))
    try DemonstrationLedger.make(at: ledger, events: events, seed: 1, isJudged: false, output)
  }
}
