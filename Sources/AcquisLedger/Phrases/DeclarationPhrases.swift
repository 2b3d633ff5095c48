public import Events
public import Projections

extension DeclarationAnswer: TextConvertible {
  public var text: Text {
    switch self {
    case .notDeposited: Text("à déposer", "to be deposited")
    case .deposited: Text("déposée, sans réponse", "deposited, not answered")
    case .accepted: Text("acceptée", "accepted")
    case .rejected: Text("rejetée, à envoyer de nouveau", "rejected, to be sent again")
    }
  }
}

extension DeclarationState: TextConvertible {
  /// The answer with its flow, what is owed and whether it is late.
  public var text: Text {
    var parts = [answer == .notDeposited && due == nil ? Text("aucune", "none") : answer.text]
    if let flow {
      let day = since.text
      parts.append(
        Text("flux \(flow), le \(day.french)", "flow \(flow), on \(day.english)"))
    }
    guard let due = due?.text else {
      parts.append(
        Text(
          "rien n’est dû pour une délivrance d’avant le 1er juillet 2021",
          "nothing is owed for an award before 2021-07-01"))
      return parts.joined(separator: ", ")
    }
    parts.append(
      isLate
        ? Text(
          "en retard : les données devaient être transmises, et acceptées, au plus tard le \(due.french)",
          "late: it was due to be accepted by \(due.english)")
        : Text(
          "données à transmettre et à faire accepter au plus tard le \(due.french)",
          "due to be accepted by \(due.english)"))
    if !isLate, answer == .accepted { parts[parts.count - 1] = Text("à temps", "in time") }
    return parts.joined(separator: ", ")
  }
}
