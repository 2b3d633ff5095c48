internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `statistics [CODE]`
  static let statistics = Command(
    name: "statistics",
    summary: Text(
      "donne le tableau de la fiche, tiré des entrées, à côté des chiffres publiés",
      "gives the fiche's table, from events, beside the published figures"),
    arguments: [
      Argument(
        name: "CODE",
        help: Text(
          "le code de la certification ; sans lui, toutes, avec un total par année",
          "the certification's code; without it all, with a total of each year"),
        isOptional: true)
    ],
    options: [on, known] + Listing.options,
    example: "acquis statistics RNCP38052"
  ) { invocation in
    let question = try invocation.question()
    let output = invocation.output
    guard let text = invocation.argument("CODE") else {
      var lists = try question.lists { try $0.replay(showingIn: output) }
      return try StatisticsRows(ofAll: lists.statistics()).print(invocation)
    }
    let code = try invocation.certification("CODE", text, in: question.log)
    var lists = try question.lists { try $0.replay(showingIn: output) }
    try StatisticsRows(of: code, lists.statistics(of: code)).print(invocation)
  }
}
