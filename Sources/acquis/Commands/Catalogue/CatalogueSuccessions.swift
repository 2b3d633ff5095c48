internal import AcquisLedger
internal import Catalogue
internal import EventLog
internal import Events
internal import Projections

/// The versions of a certification that the export names, and what the ledger has of them.
struct CatalogueSuccessions {
  /// A succession that the ledger does not have, to be confirmed.
  struct Proposed {
    let proposal: SuccessionProposal
    /// The day on which the newer version begins.
    let on: CalendarDate

    /// Whether that day is still to come, so that nothing can be recorded yet.
    var isLater: Bool { on > Ledger.today }
  }

  /// A version that the ledger does not have.
  struct Absent {
    let code: CertificationCode
    /// Whether it is older than the certification.
    let isOlder: Bool
    /// Whether the export has its fiche.
    let isInExport: Bool
  }

  /// A succession that would close a circle with those that the ledger has.
  struct Contrary {
    let older: CertificationCode
    let newer: CertificationCode
  }

  private(set) var proposed: [Proposed] = []
  private(set) var contrary: [Contrary] = []
  private(set) var absent: [Absent] = []

  /// - Parameters:
  ///   - registration: the certification's framework, in the ledger or to be recorded.
  ///   - day: the day of its entry.
  init(
    of fiche: OpenDataFiche, _ registration: CertificationRegistered, on day: CalendarDate,
    in log: any EventLog, _ export: OpenDataExport
  ) throws {
    let known = try log.head().last
    let timeless = try log.timelessFacts(through: known)
    var graph = try Self.recorded(timeless, in: log)
    let own = registration.certification
    let listed = Set(export.fiches)
    for (codes, isOlder) in [(fiche.predecessors, true), (fiche.successors, false)] {
      for code in codes {
        guard let other = timeless.frameworks[code] else {
          absent.append(
            Absent(code: code, isOlder: isOlder, isInExport: listed.contains(code.text)))
          continue
        }
        let (from, to) = isOlder ? (code, own) : (own, code)
        if graph.has(from: from, to: to) { continue }
        guard !graph.leads(from: to, to: from) else {
          contrary.append(Contrary(older: from, newer: to))
          continue
        }
        graph.add(from: from, to: to)
        let proposal =
          isOlder
          ? SuccessionProposal(from: other.registration, to: registration)
          : SuccessionProposal(from: registration, to: other.registration)
        let begins =
          try isOlder
          ? Self.begins(registration, entry: day)
          : Self.begins(other.registration, entry: Self.day(of: other, in: log) ?? day)
        proposed.append(Proposed(proposal: proposal, on: begins))
      }
    }
  }

  /// The successions of the ledger, without those annulled.
  private static func recorded(
    _ timeless: TimelessFacts, in log: any EventLog
  ) throws -> SuccessionGraph {
    var graph = SuccessionGraph()
    for envelope in try log.events(EventQuery(types: [.certificationSuperseded])) {
      guard !timeless.annulled.contains(envelope.event.id),
        case .certificationSuperseded(let data) = envelope.event.fact
      else { continue }
      graph.add(from: data.certification, to: data.by)
    }
    return graph
  }

  /// The day on which a version begins: the first of its registration, else that of its entry.
  private static func begins(
    _ registration: CertificationRegistered, entry: CalendarDate
  ) -> CalendarDate {
    registration.registeredOn ?? entry
  }

  /// The day of the entry of a framework that the ledger has.
  static func day(of framework: Framework, in log: any EventLog) throws -> CalendarDate? {
    try log.event(at: framework.position)?.event.occurredOn
  }
}

extension CatalogueSuccessions.Proposed {
  /// The words of the command that records it.
  func words(_ invocation: Invocation) throws -> [String] {
    var words = ["acquis", "record", "CertificationSuperseded", "--on", on.description]
    if let by = invocation.option("by") { words += ["--by", by] }
    if let ledger = invocation.option("ledger") { words += ["--ledger", ledger] }
    words += ["certification=\(proposal.older)", "by=\(proposal.newer)"]
    if !proposal.correspondences.isEmpty {
      let pairs = try proposal.correspondences.map { (pair) throws in try pair.json() }
      words.append("correspondences=\(JSONValue.list(pairs).description)")
    }
    return words
  }

  func json(_ invocation: Invocation) throws -> JSONValue {
    func codes(_ blocks: [Block]) -> JSONValue { .list(blocks.map { .string($0.code.text) }) }
    return [
      "certification": .string(proposal.older.text), "by": .string(proposal.newer.text),
      "on": .string(on.description),
      "correspondences": .list(try proposal.correspondences.map { (pair) in try pair.json() }),
      "toCheck": .list(try proposal.near.map { (pair) in try pair.json() }),
      "unmatched": [
        "from": codes(proposal.unmatchedFrom), "to": codes(proposal.unmatchedTo),
      ],
      "commands": [.string(CatalogueCommand.line(try words(invocation)))],
    ]
  }
}

/// A command as a person copies it into a shell.
enum CatalogueCommand {
  static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// A word in the form that a POSIX shell reads as this word.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "=.-_:,/".unicodeScalars.contains($0))
      }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
