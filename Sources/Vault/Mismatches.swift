public import Events

/// Something in a log that the vault beside it does not match.
public enum Mismatch: Hashable, Sendable {
  /// The log says that this person was erased, and the vault has no tombstone: an older copy of it was
  /// put back.
  case erasure(of: Person)
  /// Texts of the log are sealed under a key that the vault neither holds nor has destroyed: it is older
  /// than they are, or another ledger's. The person is nil where the log does not say who it is.
  case key(KeyID, of: Person?)

  /// Whose texts it is about.
  public var person: Person? {
    switch self {
    case .erasure(let person): person
    case .key(_, let person): person
    }
  }
}

/// What of a log does not match the vault, by person.
struct Mismatches: Sendable {
  private var all: Set<Mismatch> = []
  private var persons: Set<Person> = []

  init() {}

  init(_ mismatches: some Sequence<Mismatch>) {
    all = Set(mismatches)
    persons = Set(all.compactMap(\.person))
  }

  /// - Throws: ``VaultFailure/behind(erasures:keys:)`` where something of this person does not match.
  func refuse(_ person: Person) throws(VaultFailure) {
    if persons.contains(person) { throw failure }
  }

  var isEmpty: Bool { all.isEmpty }

  /// What is wrong, with how many.
  var failure: VaultFailure {
    let erasures = all.count { if case .erasure = $0 { true } else { false } }
    return .behind(erasures: erasures, keys: all.count - erasures)
  }

  /// The person was erased anew: everything about them matches now.
  mutating func remove(_ person: Person) {
    all = all.filter { $0.person != person }
    persons.remove(person)
  }
}
