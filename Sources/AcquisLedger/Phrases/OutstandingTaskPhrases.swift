public import Events
public import Projections

// What remains to be done for a person.

extension OutstandingTask: TextConvertible {
  public var text: Text {
    switch self {
    case .declaration(let id, let status, let lastDay):
      Text(
        "\(id) : déclaration à la Caisse des Dépôts (\(status.text.french)) ; dernier jour pour "
          + "qu’elle soit acceptée : \(lastDay.text.french)",
        "\(id): declaration to the Caisse des Dépôts (\(status.text.english)); last day to have it "
          + "accepted: \(lastDay)")
    case .jury(let id): Text("\(id) : en attente de jury", "\(id): awaiting a jury")
    case .certificate(let id):
      Text("\(id) : certificat non émis", "\(id): certificate not issued")
    }
  }
}

extension DeclarationStatus: TextConvertible {
  public var text: Text {
    switch self {
    case .due: Text("à déposer", "due")
    case .declared: Text("déposée", "deposited")
    case .accepted: Text("acceptée", "accepted")
    case .rejected: Text("rejetée", "rejected")
    case .overdue: Text("en retard", "overdue")
    }
  }
}
