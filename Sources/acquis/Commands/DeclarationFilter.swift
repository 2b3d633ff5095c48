internal import AcquisLedger
internal import Events

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

  /// What it asks of the declaration alone.
  var asked: AskedDeclaration {
    switch self {
    case .notDeposited: .notDeposited
    case .deposited: .deposited
    case .accepted: .accepted
    case .rejected: .rejected
    case .late: .late
    case .incomplete: .owed
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
