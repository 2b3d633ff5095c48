internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// Finds the candidacy of a person's rows in the ledger, or makes an id for a new one.
struct CandidacyFinder {
  private let sheet: SheetStatements
  private let history: RecordedHistory
  private let log: any EventLog
  /// References that the rows of more than one candidacy have.
  private var shared: Set<String> = []
  /// The ids taken by groups of rows.
  private var taken: Set<CandidacyID> = []

  init(
    _ groups: [CandidacyRows], _ sheet: SheetStatements, _ history: RecordedHistory,
    _ log: any EventLog
  ) {
    (self.sheet, self.history, self.log) = (sheet, history, log)
    var seen: Set<String> = []
    for reference in groups.compactMap(\.reference) where !seen.insert(reference).inserted {
      shared.insert(reference)
    }
  }

  /// The candidacy of some rows; none is given to two groups.
  ///
  /// - Parameter code: as for ``SheetPersons``.
  mutating func candidacy(
    of group: CandidacyRows, code: ([UInt8]) throws -> [UInt8]
  ) throws -> CandidacyID {
    let made = try ids(of: group, code)
    let id = try known(group, made) ?? new(group, made, code)
    taken.insert(id)
    return id
  }

  private func known(_ group: CandidacyRows, _ ids: [CandidacyID]) throws -> CandidacyID? {
    let own = (history.candidacies[history.person(group.person.id)] ?? [])
      .filter { $0.certification == group.certification && !taken.contains($0.id) }
    if own.isEmpty { return nil }
    // What an earlier import made comes first where rows of one person are several candidacies.
    let made = ids.first { id in own.contains { $0.id == id } }
    if group.reference != nil, let made { return made }
    let days = group.rows.reduce(into: Set<CalendarDate>()) { $0.formUnion(sheet.sessions(of: $1)) }
    let numbers = Set(group.rows.compactMap { sheet.rows[$0].certificateNumber })
    let written = group.rows.compactMap { sheet.rows[$0].writtenCandidacy }
    let evident = own.filter { candidacy in
      history.summonses(of: candidacy.id).contains { jury in
        days.contains { jury.days.contains($0) }
      }
        || history.facts[FactKey(.certificate, candidacy: candidacy.id.text)]?.contains {
          $0.data["number"]?.text.map { numbers.contains($0) } ?? false
        } ?? false
    }
    if evident.count == 1 { return evident[0].id }
    let candidates = evident.isEmpty ? own : evident
    if let named = candidates.first(where: { written.contains($0.id) }) { return named.id }
    if let made { return made }
    if !evident.isEmpty { return evident[0].id }
    let live = try own.filter { try isLive($0.id) }
    return group.reference == nil && live.count == 1 ? live[0].id : nil
  }

  private func isLive(_ candidacy: CandidacyID) throws -> Bool {
    try CandidacyHistory(of: candidacy, known: history.last, in: log).state(on: sheet.today)?.isLive
      ?? false
  }

  private func new(
    _ group: CandidacyRows, _ ids: [CandidacyID], _ code: ([UInt8]) throws -> [UInt8]
  ) throws -> CandidacyID {
    for id in ids where try isFree(id) { return id }
    // The code of these rows is an id already: the code of the code is another.
    var bytes = group.content(of: group.person.id)
    while true {
      bytes = try code(bytes)
      let id = try CandidacyID("D-" + CrockfordText.characters(10, of: bytes))
      if try isFree(id) { return id }
    }
  }

  private func isFree(_ id: CandidacyID) throws -> Bool {
    if taken.contains(id) { return false }
    return try log.first(EventQuery(subjects: [.candidacy(id)], through: history.last)) == nil
  }

  /// The ids under which an import makes this candidacy, the one that is used today first.
  private func ids(
    of group: CandidacyRows, _ code: ([UInt8]) throws -> [UInt8]
  ) throws -> [CandidacyID] {
    var ids: [CandidacyID] = []
    if let reference = group.reference, !shared.contains(reference),
      let id = try? CandidacyID(reference)
    {
      ids.append(id)
    }
    for candidate in history.ids(of: group.person.id) {
      let bytes = try code(group.content(of: candidate))
      ids.append(try CandidacyID("D-" + CrockfordText.characters(10, of: bytes)))
    }
    return ids
  }
}

extension CandidacyRows {
  fileprivate func content(of candidate: CandidateID) -> [UInt8] {
    let parts = ["candidacy", candidate.text, certification.text] + [reference].compactMap(\.self)
    return Array(parts.map(\.utf8).joined(separator: [0]))
  }
}

/// Bytes as letters and digits that nobody mistakes for each other: Crockford's base 32, without I, L, O, U.
enum CrockfordText {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Five bits a character, the highest first; fewer characters where the bytes are fewer.
  static func characters(_ count: Int, of bytes: [UInt8]) -> String {
    var (text, held, bits) = ("", 0, 0)
    for byte in bytes {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 5, text.count < count {
        bits -= 5
        text.append(alphabet[held >> bits & 31])
      }
      held &= 31
    }
    return text
  }
}
