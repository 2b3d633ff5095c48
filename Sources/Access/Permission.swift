/// Something that a grant may allow. What no grant allows (an erasure, keys, grants themselves) is not here.
public enum Permission: CaseIterable, Hashable, Sendable {
  /// Asks any question, by ids.
  case read
  /// Checkpoints, proofs, tiles.
  case prove
  /// Answers that name persons, texts and jurors.
  case seeNames
  /// Records prior validations that count.
  case recognise
  /// Makes documents of what is held.
  case attest
  case record
  case annul
  case correct
  case importFacts
  /// Sets a rule aside for an entry.
  case waive
}

extension AccessGrant {
  /// Whether it allows this while it is in force: the one place that says what a role may do.
  public func may(_ permission: Permission) -> Bool {
    switch permission {
    case .read, .prove:
      switch role {
      case .auditor, .officer, .administrator: true
      }
    case .seeNames, .recognise, .attest:
      switch role {
      case .auditor: false
      case .officer, .administrator: true
      }
    case .record, .annul, .correct, .importFacts:
      switch role {
      case .auditor, .officer: false
      case .administrator: true
      }
    case .waive:
      switch role {
      case .auditor, .officer: false
      case .administrator: mayWaive
      }
    }
  }
}
