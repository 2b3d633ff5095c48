internal import AcquisLedger
internal import Benchmarks
internal import Events
internal import Files
internal import Glibc

/// The figures of a run of `bench`: what `--json` prints, and a line of the file of `--save`.
struct BenchFigures {
  let events: Int
  let measuredAt: Instant
  let machine: Surroundings
  /// The load when the run began and when it ended.
  let load: (start: Double, end: Double)
  /// The most memory that the program had, in bytes.
  let peakMemory: Int
  /// Whether ledgers on a server were measured, beside bare libpq.
  var isOnServer = false
  let measurements: [Measurement]

  /// Whether every floor is kept.
  var areKept: Bool { measurements.allSatisfy(\.isKept) }

  var json: JSONValue {
    [
      "events": .integer(events), "measuredAt": .string(measuredAt.description),
      "machine": [
        "cores": .integer(machine.cores), "model": .string(machine.model),
        "memory": .integer(machine.memory),
      ],
      // Loads in hundredths.
      "load": [
        "start": .integer(Int(load.start * 100)), "end": .integer(Int(load.end * 100)),
      ],
      "peakMemory": .integer(peakMemory), "measurements": .list(measurements.map(\.json)),
      "kept": .boolean(areKept),
    ]
  }

  /// What the ledger's operations are compared with.
  private var baseline: String { isOnServer ? "libpq" : "SQLite" }

  /// The lines of the answer.
  ///
  /// - Parameter earlier: an earlier run to compare with.
  func lines(comparedWith earlier: EarlierFigures?) -> [Text] {
    let gigabytes = String(machine.memory >> 30)
    let megabytes = String(peakMemory >> 20)
    let (cores, day) = (String(machine.cores), measuredAt.dayInParis)
    let (start, end) = (load.start.shown, load.end.shown)
    let head = [
      Text(
        "un registre de \(Text.count(events, .entry).french) ; rapports à \(baseline) seul, dans cette même mesure",
        "a ledger of \(events) events; ratios against bare \(baseline) in this run"),
      Text(
        "le \(day.text.french) ; processeurs : \(cores) ; mémoire : \(gigabytes) Go",
        "on \(day); processors: \(cores); memory: \(gigabytes) GB"),
      Text(
        "charge : \(start) au début, \(end) à la fin ; au plus \(megabytes) Mo",
        "load: \(start) at the start, \(end) at the end; at most \(megabytes) MB"),
    ]
    return head + measurements.map { $0.line(comparedWith: earlier?.percentOrValue(of: $0)) }
  }

  /// Adds these figures as a line to a file, which is created where there is none.
  func save(to path: String) throws(Failure) {
    let file = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .input(.system(errno).at(path)) }
    defer { close(file) }
    let line = Array((json.description + "\n").utf8)
    guard unsafe write(file, line, line.count) == line.count, fsync(file) == 0 else {
      throw .input(.system(errno).at(path))
    }
  }
}

/// The last run that a file of `--save` has.
struct EarlierFigures {
  private let measurements: [JSONValue]

  /// - Throws: ``Failure/input(_:)`` for a file that cannot be read or has no such line.
  init(_ path: String) throws {
    let bytes = try InputFile.read(path)
    let last = bytes.split(separator: UInt8(ascii: "\n")).last.map(Array.init) ?? []
    guard let value = try? JSONValue(parsing: last),
      case .list(let measurements) = value["measurements"]
    else {
      throw Failure.input(
        Text(
          "la dernière ligne n’est pas de `acquis bench --save`",
          "the last line is not one of `acquis bench --save`"
        ).at(path))
    }
    self.measurements = measurements
  }

  /// The percentage of the baseline that the same measurement had, or its value where it has none.
  func percentOrValue(of measurement: Measurement) -> Int? {
    let same = measurements.first { $0["name"]?.text == measurement.name }
    let key = measurement.percent == nil ? "value" : "percentOfRaw"
    guard case .integer(let number)? = same?[key] else { return nil }
    return number
  }
}

extension Measurement {
  /// Figures are rounded to whole numbers.
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "value": .integer(Int(value)),
      "raw": raw.map { .integer(Int($0)) } ?? .null, "unit": .string(unit),
      "percentOfRaw": percent.map { .integer(Int($0)) } ?? .null,
      "floor": floor.map { .integer(Int($0)) } ?? .null, "kept": .boolean(isKept),
    ]
  }

  /// The measures' names are the same in both languages.
  ///
  /// - Parameter earlier: an earlier run's percentage, or its value where there is no baseline.
  fileprivate func line(comparedWith earlier: Int?) -> Text {
    let figures = "  \(name): \(Int(value)) \(unit)"
    var (french, english) = (figures, figures)
    if let raw, let percent {
      french += ", seul \(Int(raw)), \(Int(percent)) %"
      english += ", bare \(Int(raw)), \(Int(percent)) %"
    }
    if let earlier {
      let unit = percent == nil ? self.unit : "%"
      french += " ; avant : \(earlier) \(unit)"
      english += "; before: \(earlier) \(unit)"
    }
    if let floor {
      let limit = isCost ? "\(Int(floor)) \(unit)" : "\(Int(floor)) %"
      french += "  (\(isCost ? "au plus" : "au moins") \(limit): \(isKept ? "tenu" : "NON TENU"))"
      english += "  (at \(isCost ? "most" : "least") \(limit): \(isKept ? "kept" : "NOT KEPT"))"
    }
    return Text(french, english)
  }
}

extension Double {
  /// With one decimal.
  fileprivate var shown: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
