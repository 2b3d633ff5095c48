internal import AcquisLedger
internal import Events
internal import Projections

/// The values of `candidates --declaration`: the answers of the Caisse des Dépôts, and lateness, which
/// goes with any of them.
enum DeclarationFilter: String, CaseIterable {
  /// Owed, and no flow deposited.
  case notDeposited = "none"
  case deposited, accepted, rejected
  /// Not accepted by the last day, whatever the answer since.
  case late
  /// Owed, and the person’s identity lacks what the declaration needs; the list checks the identity.
  case incomplete

  func accepts(_ state: CandidacyState) -> Bool {
    guard let declaration = state.declaration else { return false }
    return switch self {
    case .notDeposited: declaration.answer == .notDeposited && declaration.due != nil
    case .deposited: declaration.answer == .deposited
    case .accepted: declaration.answer == .accepted
    case .rejected: declaration.answer == .rejected
    case .late: declaration.isLate
    case .incomplete: declaration.due != nil
    }
  }
}

extension DeclarationFilter: TextConvertible {
  var text: Text {
    switch self {
    case .notDeposited: Text("due", "owed")
    case .deposited: Text("déposée", "deposited")
    case .accepted: Text("acceptée", "accepted")
    case .rejected: Text("rejetée", "rejected")
    case .late: Text("en retard", "late")
    case .incomplete: Text("incomplète", "incomplete")
    }
  }
}
