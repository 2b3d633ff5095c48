internal import AcquisLedger
internal import EventLog
internal import Events

extension Command {
  /// `demo [--events N]`
  static let demo = Command(
    name: "demo",
    summary: Text(
      "crée un petit registre fictif, 2017 à 2026, et montre quoi lui demander",
      "makes a small fictitious ledger, 2017 to 2026, and shows what to ask of it"),
    options: [
      Option(
        name: "events", value: "N",
        help: Text(
          "environ combien d’entrées (par défaut 900)",
          "about how many events (default 900)")),
      Option(
        name: "seed", value: "S",
        help: Text(
          "une autre graine, une autre histoire (par défaut 1)",
          "another seed, another history (default 1)")),
    ],
    example: "acquis demo --ledger demo.ledger"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let events = try invocation.number("events") ?? 900
    let seed = try invocation.number("seed") ?? 1
    do throws(LogFailure) {
      let last = try ledger.log().head().last
      invocation.output.note(
        Text(
          "il y a déjà un registre de \(Text.count(last.number, .entry).french) ; rien n’a été changé",
          "there is already a ledger of \(last) events; nothing was changed"
        ).at(ledger.path))
    } catch {
      guard error == .missing else { throw error }
      try DemonstrationLedger.make(
        at: ledger, events: events, seed: UInt64(seed), invocation.output)
      invocation.output.noteDone(.ledgerMade)
    }
    if invocation.has("json") {
      let head = try ledger.log().head()
      let answer: JSONValue = [
        "ledger": .string(ledger.path), "events": .integer(Int(head.last.number)),
      ]
      return try invocation.output.line(answer.description)
    }
    try invocation.output.line(questions(ledger, in: invocation.output.language))
  }

  /// Example questions, printed after a demonstration was created.
  private static func questions(_ ledger: Ledger, in language: Language) -> String {
    let at = ledger.path == "acquis.ledger" ? "" : " --ledger \(ledger.quoted)"
    let asked: [(String, Text)] = [
      ("status DEMO-D-0001", Text("où en est une candidature", "the state of a candidacy")),
      (
        "status DEMO-D-LAPSE --on 2022-06-15",
        Text("le dernier jour des cinq ans", "the last day of five years")
      ),
      ("status DEMO-D-LAPSE --on 2022-06-16", Text("le lendemain", "the day after")),
      (
        "status DEMO-D-MISTAKE --on 2021-06-30",
        Text("ce que nous savons aujourd’hui", "what we know today")
      ),
      (
        "status DEMO-D-MISTAKE --on 2021-06-30 --known 2021-07-01",
        Text("ce que nous savions alors", "what we knew then")
      ),
      (
        "candidate DEMO-P-LAPSE",
        Text("une personne et ses candidatures", "a person and their candidacies")
      ),
      (
        "jury DEMO-J-TWO-DAYS",
        Text("un jury de deux jours, ses décisions", "a jury of two days, its decisions")
      ),
      (
        "findings",
        Text("ce que les règles trouvent à redire", "what the rules find fault with")
      ),
      (
        "windows --closing-within 365 --on 2022-06-01",
        Text("les délais qui prennent fin", "the windows that close")
      ),
      (
        "log --subject candidacy:DEMO-D-APPEAL",
        Text("les entrées elles-mêmes", "the events themselves")
      ),
      (
        "replay --digest",
        Text("une empreinte de tous les états", "one hash over every state")
      ),
    ]
    let width = asked.map(\.0.count).max() ?? 0
    let lines = asked.map { command, meaning in
      "  acquis \(command)\(at)\(String(repeating: " ", count: width - command.count))  "
        + meaning.text(in: language)
    }
    let head = Text(
      "un registre de démonstration ; les personnes y sont fictives. Exemples :",
      "a demonstration ledger; the people in it are invented. Try:")
    return ([head.at(ledger.path).text(in: language), ""] + lines).joined(separator: "\n")
  }
}
