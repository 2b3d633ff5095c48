import Events

@testable import SheetImport

/// A row written by hand: `NAME;First;1975-06-23`, then `key=value`.
///
/// Keys: `usage`, `sex`, `cp`, `place`, `ref` (of the person), `file` (of the candidacy), `day` (of the session),
/// `block` (validated), `refused` (a block), `number` (of the certificate), `id` (written back), `answer` (an id, `same`, `another`).
func row(_ number: Int, _ text: String) throws -> SheetRow {
  let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  var row = SheetRow(place: RowPlace(page: 0, number: number), cells: [])
  func filled(_ index: Int) -> String? {
    index < parts.count && !parts[index].isEmpty ? parts[index] : nil
  }
  row.birthName = filled(0)
  row.firstNames = filled(1)?.split(separator: ",").map(String.init) ?? []
  row.birthDate = try filled(2).map { try BirthDate($0) }
  for part in parts.dropFirst(3) {
    let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
    let value = pair.count > 1 ? pair[1] : ""
    switch pair[0] {
    case "usage": row.usageName = value
    case "sex": row.sex = Sex(rawValue: value)
    case "cp": row.postalCode = value
    case "place": row.birthPlace = value
    case "ref": row.personReference = value
    case "file": row.candidacyReference = value
    case "day": row.sessionOn = try CalendarDate(value)
    case "number": row.certificateNumber = value
    case "block":
      row.decisions.append(
        RowDecision(try BlockCode(value), .verdict(.validated), on: nil, column: 9))
    case "refused":
      row.decisions.append(
        RowDecision(try BlockCode(value), .verdict(.refused), on: nil, column: 9))
    case "id": row.writtenCandidate = try CandidateID(value)
    case "answer":
      row.answer =
        switch value {
        case "same": .same(nil)
        case "another": .another
        default: .same(try CandidateID(value))
        }
    default: throw InvalidValue.day
    }
  }
  row.cells = parts.filter { !$0.hasPrefix("answer=") && !$0.hasPrefix("id=") }
  return row
}

func rows(_ texts: String...) throws -> [SheetRow] {
  try texts.enumerated().map { try row($0 + 4, $1) }
}

/// A ledger that knows these persons.
struct PersonLedger {
  var identities: [CandidateID: Identity] = [:]
  var history: [CandidateID: Set<String>] = [:]
  /// Ids without an identity.
  var bare: Set<CandidateID> = []
  /// What ids are made with; another one after the master key has changed.
  var key: UInt64 = 1

  func persons(_ rows: [SheetRow], by plan: ImportPlan? = nil) -> SheetPersons {
    var reading = SheetReading()
    reading.rows = rows
    reading.columns = (plan?.columns ?? []).indices.map { $0 }
    return SheetPersons(
      reading, by: plan, known: identities,
      exists: { identities[$0] != nil || bare.contains($0) },
      history: { history[$0] ?? [] }, code: { Self.code($0, key) })
  }

  /// What it knows once a sheet has gone in.
  mutating func take(_ rows: [SheetRow]) -> SheetPersons {
    let taken = persons(rows)
    for person in taken.persons {
      identities[person.id] = person.identity
      for index in person.rows {
        if let day = rows[index].sessionOn?.description {
          history[person.id, default: []].insert(day)
        }
        if let number = rows[index].certificateNumber {
          history[person.id, default: []].insert(number)
        }
      }
    }
    return taken
  }

  /// FNV-1a with a key, enough for a test.
  static func code(_ bytes: [UInt8], _ key: UInt64) -> [UInt8] {
    var hash = 0xcbf2_9ce4_8422_2325 ^ key
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash ^= hash >> 29
    hash = hash &* 0xbf58_476d_1ce4_e5b9
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) }
  }
}

extension SheetPersons {
  /// The rows of each person.
  var grouped: [[Int]] { persons.map(\.rows) }

  /// How often each cause is told.
  func count(_ cause: SheetCause) -> Int { issues.count { $0.cause == cause } }
}
