public import Events

extension JuryState {
  /// How many candidacies are summoned to it or came before it.
  public var summonedCount: Int { candidacies.count { $0.outcome != .withdrawn } }

  /// How many candidacies it decided on.
  public var decidedCount: Int { candidacies.count { $0.outcome == .decided } }

  /// How many candidacies were absent from its session.
  public var absentCount: Int { candidacies.count { $0.outcome == .absent } }
}

extension JuryAnswer {
  /// ``json`` with the candidacies counted instead of listed, and without the composition: an element of
  /// the list of juries.
  public var listJSON: JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(
      members.filter { $0.name != "candidacies" && $0.name != "composition" } + [
        JSONMember("summoned", .integer(state.summonedCount)),
        JSONMember("decided", .integer(state.decidedCount)),
        JSONMember("absent", .integer(state.absentCount)),
      ])
  }
}
