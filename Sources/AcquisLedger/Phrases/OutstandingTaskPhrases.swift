public import Events
internal import Projections

// What remains to be done for a person.

extension OutstandingTask: TextConvertible {
  public var text: Text {
    switch self {
    case .declaration(let id, let answer, let due, let isLate):
      Text(
        "\(id) : déclaration à la Caisse des Dépôts (\(answer.text.french)) ; dernier jour pour "
          + "qu’elle soit acceptée : \(due.text.french)\(isLate ? ", passé" : "")",
        "\(id): declaration to the Caisse des Dépôts (\(answer.text.english)); last day to have it "
          + "accepted: \(due)\(isLate ? ", past" : "")")
    case .jury(let id): Text("\(id) : en attente de jury", "\(id): awaiting a jury")
    case .certificate(let id):
      Text("\(id) : certificat non émis", "\(id): certificate not issued")
    }
  }
}
