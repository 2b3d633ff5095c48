internal import AcquisLedger
internal import EventLog
internal import Events
internal import StateFlow

/// `import --cpf FILE`: the answer of the Caisse des Dépôts to a flow.
enum ImportFlowAnswer {
  static let option = Command.Option(
    name: "cpf",
    help: Text(
      "le fichier est la réponse de la Caisse des Dépôts à un flux (accusé de traitement, XML) : chaque acceptation et chaque rejet est enregistré, une seule fois",
      "the file is the answer of the Caisse des Dépôts to a flow (XML): each acceptance and each rejection is recorded, once"
    ))

  /// - Throws: ``Failure/usage(_:)`` with an option of a sheet; ``Failure/input(_:)`` for a file that is no
  ///   answer, or that of a flow unknown to the ledger.
  static func run(_ invocation: Invocation) throws {
    if let other = ["plan", "propose", "to"].first(where: { invocation.has($0) }) {
      throw Failure.usage(
        Text("--cpf ne va pas avec --\(other)", "--cpf does not go with --\(other)"))
    }
    let file = invocation.argument("FILE") ?? "-"
    let ledger = try Ledger(invocation)
    try ImportFlowAnswerRun(read(file), from: file, into: ledger, invocation).run()
  }

  /// - Throws: ``Failure/input(_:)`` naming the file, the lines and the elements.
  private static func read(_ file: String) throws(Failure) -> FlowAnswer {
    let bytes = try InputFile.read(file)
    do throws(FlowAnswerFailure) { return try FlowAnswer(reading: bytes) } catch {
      throw .input(
        Failure.several(
          error.places.map { place in
            place.problem.text.at(place.line.map { "\(file):\($0)" } ?? file)
          }))
    }
  }

  static func unknownFlow(
    _ flow: FlowID, in log: any EventLog, _ file: String
  ) throws -> Failure {
    if try log.isAnnulledFlow(flow) {
      let text = Text(
        "les dépôts du flux \(flow) ont tous été annulés",
        "the deposits of flow \(flow) were all annulled")
      return .input(text.nothingRecorded.at(file))
    }
    let near = Nearest.words(to: flow.text, among: try log.flowIDs().map(\.text))
    let text = Text(
      "le registre n’a aucune délivrance déposée dans le flux \(flow) (AwardDeclared)",
      "the ledger has no award deposited in flow \(flow) (AwardDeclared)")
    let words = near.joined(separator: ", ")
    let hint = near.isEmpty ? nil : Text("approchant : \(words)", "near it: \(words)")
    return .input((hint.map { text.then($0) } ?? text).nothingRecorded.at(file))
  }
}
