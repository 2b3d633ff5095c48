internal import Benchmarks
internal import CanonicalJSON
internal import Glibc

extension Command {
  /// `bench`
  static let bench = Command(
    name: "bench", summary: "measures this machine, beside bare SQLite doing the same",
    options: [
      Option(
        name: "events", value: "N", help: "the size of the ledger that is read (default 100000)"),
      Option(name: "folder", value: "F", help: "whose disk to measure (default: the current one)"),
    ],
    example: "acquis bench --events 1000000"
  ) { invocation in
    let events = try invocation.number("events") ?? 100_000
    let folder = "\(invocation.option("folder") ?? ".")/acquis-bench-\(getpid())"
    guard mkdir(folder, 0o700) == 0 else {
      throw Failure.input("\(folder): \(String(cString: strerror(errno)))")
    }
    defer { BenchmarkFolder.remove(folder) }
    let ledger = Ledger(path: folder + "/read.ledger")
    Output.progress("making a ledger of \(events) events")
    try DemonstrationLedger.make(at: ledger, events: events, seed: 1)
    let measurements = try Benchmark(
      ledger: ledger.path, folder: folder, clock: SystemClock.now
    ).run { Output.progress("measuring: \($0)") }
    Output.progress("")
    if invocation.has("json") {
      return try Output.line(JSONValue.list(measurements.map(\.json)).description)
    }
    try Output.line("a ledger of \(events) events; ratios against bare SQLite in this run")
    for measurement in measurements { try Output.line(measurement.line) }
  }
}

extension Measurement {
  /// As programs read it; figures rounded to whole numbers.
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "value": .integer(Int(value)), "raw": .integer(Int(raw)),
      "unit": .string(unit), "percentOfRaw": .integer(Int(percent)),
      "floor": floor.map { .integer(Int($0)) } ?? .null, "kept": .boolean(isKept),
    ]
  }

  /// As people read it.
  fileprivate var line: String {
    let limit = floor.map { isLatency ? "at most \(Int($0)) µs" : "at least \(Int($0)) %" }
    let verdict = limit.map { "  (\($0): \(isKept ? "kept" : "NOT KEPT"))" } ?? ""
    return "  \(name): \(Int(value)) \(unit), bare \(Int(raw)), \(Int(percent)) %\(verdict)"
  }
}

/// The benchmark's own folder.
enum BenchmarkFolder {
  /// Removes it and the files in it.
  static func remove(_ folder: String) {
    guard let entries = opendir(folder) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(folder + "/" + name) }
    }
    closedir(entries)
    rmdir(folder)
  }
}
