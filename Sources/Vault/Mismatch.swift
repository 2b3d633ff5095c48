public import Events

/// A difference between a log and its vault.
public enum Mismatch: Hashable, Sendable {
  /// The log records this person's erasure, but the vault has no tombstone: an older copy of the
  /// vault was restored.
  case erasure(of: Person)
  /// Texts in the log are sealed under a key that the vault neither contains nor has destroyed: the
  /// vault is older than they are, or another ledger's. The person is nil if the log does not state
  /// it.
  case key(KeyID, of: Person?)

  /// The person concerned; nil if unknown.
  public var person: Person? {
    switch self {
    case .erasure(let person): person
    case .key(_, let person): person
    }
  }
}

/// The differences between a log and its vault, with a lookup by person.
struct MismatchSet: Sendable {
  private var all: Set<Mismatch> = []
  private var persons: Set<Person> = []

  init() {}

  init(_ mismatches: some Sequence<Mismatch>) {
    all = Set(mismatches)
    persons = Set(all.compactMap(\.person))
  }

  /// - Throws: ``VaultFailure/behind(erasures:keys:)`` if one of the mismatches concerns this
  ///   person.
  func refuse(_ person: Person) throws(VaultFailure) {
    if persons.contains(person) { throw failure }
  }

  var isEmpty: Bool { all.isEmpty }

  /// ``VaultFailure/behind(erasures:keys:)`` with the numbers of mismatches.
  var failure: VaultFailure {
    let erasures = all.count { if case .erasure = $0 { true } else { false } }
    return .behind(erasures: erasures, keys: all.count - erasures)
  }

  /// Removes all mismatches of a person, after a new erasure.
  mutating func remove(_ person: Person) {
    all = all.filter { $0.person != person }
    persons.remove(person)
  }
}
