internal import Events

/// What is already said of a row's person.
enum RowClaim: Hashable {
  case none
  /// It is this person of the ledger, by an answer or an id written back.
  case person(CandidateID)
  /// It is this person, and no other of the same names is.
  case personApart(CandidateID)
  /// It is none of the other rows' persons.
  case apart

  var person: CandidateID? {
    switch self {
    case .person(let id), .personApart(let id): id
    case .none, .apart: nil
    }
  }

  var isApart: Bool {
    switch self {
    case .apart, .personApart: true
    case .none, .person: false
    }
  }
}

/// Rows that are certainly one person.
struct PersonGroup {
  /// Ascending.
  let rows: [Int]
  /// Different ones, in an order that does not depend on that of the rows; the first is the one of most rows.
  let spellings: [PersonSpelling]
  let person: CandidateID?
  let isApart: Bool
  /// The person's, as the rows write them.
  let references: Set<ReferenceKey>
  /// By which groups are settled one before the other.
  let rank: Rank

  /// More rows, fuller ones and ones with accents come first; then the one that is earlier in the sheet.
  struct Rank: Comparable {
    let rows: Int
    let cells: Int
    let accents: Int
    /// The index of the first row.
    let first: Int
    /// The content, on which ids depend; it does not on the rows' order.
    let order: String

    func isAsGood(as other: Rank) -> Bool {
      rows == other.rows && cells == other.cells && accents == other.accents
    }

    static func < (left: Rank, right: Rank) -> Bool {
      if left.rows != right.rows { return left.rows > right.rows }
      if left.cells != right.cells { return left.cells > right.cells }
      if left.accents != right.accents { return left.accents > right.accents }
      return left.first < right.first
    }
  }

  init(
    _ indices: [Int], of rows: [SheetRow], spelt: [PersonSpelling?], claims: [RowClaim]
  ) {
    self.rows = indices
    var counts: [PersonSpelling: Int] = [:]
    for index in indices {
      if let spelling = spelt[index] { counts[spelling, default: 0] += 1 }
    }
    spellings = counts.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key.order < right.key.order
    }.map(\.key)
    person = indices.lazy.compactMap { claims[$0].person }.first
    isApart = indices.contains { claims[$0].isApart }
    references = Set(indices.compactMap { rows[$0].personKey })
    let contents = Set(indices.map { rows[$0].cells })
    rank = Rank(
      rows: contents.count,
      cells: indices.map { rows[$0].cells.count { !$0.isEmpty } }.max() ?? 0,
      accents: indices.map { rows[$0].nameAccents }.max() ?? 0,
      first: indices.first ?? 0,
      order: (spellings.first?.order ?? "") + "\0"
        + (contents.map { $0.joined(separator: "\0") }.min() ?? ""))
  }

  /// What of the rows shows, in the ledger too, that a person came from them: days of sessions, numbers of
  /// certificates, references.
  func evidence(in rows: [SheetRow]) -> Set<String> {
    self.rows.reduce(into: proofs(in: rows)) { evidence, index in
      evidence.formUnion(rows[index].sessionDays.map(\.description))
    }
  }

  /// The numbers of certificates and the references.
  func proofs(in rows: [SheetRow]) -> Set<String> {
    self.rows.reduce(into: Set()) { evidence, index in
      let row = rows[index]
      for text in [row.certificateNumber, row.candidacyReference, row.personReference] {
        if let text { evidence.insert(text) }
      }
    }
  }
}

extension SheetRow {
  /// Letters of the names that are not plain ones.
  var nameAccents: Int {
    ([birthName ?? "", usageName ?? ""] + firstNames).reduce(0) { $0 + $1.accents }
  }

  /// The days of the sessions that it names.
  var sessionDays: Set<CalendarDate> {
    Set([sessionOn].compactMap { $0 } + decisions.compactMap(\.on))
  }
}

extension String {
  /// How many letters have an accent or are not Latin ones of ASCII.
  var accents: Int { unicodeScalars.count { !$0.isASCII && $0.properties.isAlphabetic } }
}
