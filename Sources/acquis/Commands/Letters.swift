internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

extension Command {
  /// `letters JURY --kind summons|result`
  static let letters = Command(
    name: "letters",
    summary: Text(
      "rédige une lettre à chaque candidat d’un jury : convocation ou résultat",
      "writes a letter to each candidate of a jury: summons or result"),
    arguments: [
      Argument(name: "JURY", help: Text("l’identifiant du jury", "the jury's id"))
    ],
    options: [
      Option(
        name: "kind", value: "KIND",
        help: Text(
          "summons (convocation) ou result (notification du résultat)",
          "summons, or result (the notification of the result)")),
      Command.on, Command.known,
      Option(
        name: "to", value: "PLACE",
        help: Text(
          "un dossier, une lettre par fichier au nom de la candidature ; ou un fichier .html ou .pdf, une page par lettre (par défaut : la sortie standard)",
          "a folder, with a file for each letter named after the candidacy; or an .html or .pdf file, with a page for each letter (default: standard output)"
        )),
      Option(
        name: "except", value: "CANDIDACY",
        help: Text(
          "laisse cette candidature de côté ; peut être répété",
          "leave this candidacy out; may be repeated"), isRepeatable: true),
      Option(
        name: "record",
        help: Text(
          "enregistre que chaque résultat est notifié le jour de --on, une fois les lettres écrites",
          "record that each result is sent on the day of --on, once the letters are written")),
      Option(
        name: "by", value: "WHO",
        help: Text(
          "qui répond de l’entrée, un identifiant (sinon $ACQUIS_BY, sinon `acquis config by`)",
          "who is responsible for the entry, an id (else $ACQUIS_BY, else `acquis config by`)")),
      Option(
        name: "yes",
        help: Text("enregistre sans rien demander", "record without asking")),
      .acceptClock,
    ],
    makesDocument: true,
    example: "acquis letters DEMO-J-APPEAL --kind result --on 2021-07-15 --to letters"
  ) { invocation in
    let languages = invocation.languages()
    guard let kind: LetterKind = try invocation.word("kind") else {
      throw Failure.usage(
        Text(
          "--kind manque : summons (convocation) ou result (résultat)",
          "--kind is missing: summons or result"))
    }
    if invocation.has("record") { try ResultNotifications.check(kind, invocation) }
    let question = try invocation.question()
    let texts = try invocation.personalTexts(question, isDocument: true)
    let proceedings = try invocation.proceedings(question, opening: texts)
    let left = try leftOut(of: proceedings, invocation)
    let made = try Letters(
      kind, of: proceedings, leavingOut: left, in: languages, question, opening: texts)
    guard made.obstacles.isEmpty else {
      throw Failure.check(
        ([Text("aucune lettre n’a été écrite", "no letter was written")]
          + made.obstacles.map(\.text)).joined(separator: "\n"))
    }
    guard !made.letters.isEmpty else {
      throw Failure.check(
        Text(
          "aucune lettre à écrire : le jury \(proceedings.jury) n’a aucun candidat à qui elle s’adresse",
          "no letter to write: jury \(proceedings.jury) has no candidate whom it concerns"))
    }
    let notifications =
      invocation.has("record")
      ? try ResultNotifications(of: proceedings, made.letters, question, invocation) : nil
    try notifications?.confirm(invocation)
    try notifications?.judge(invocation)
    if let path = invocation.option("to"), !path.hasSuffix(".html"), !path.hasSuffix(".pdf") {
      try LetterFolder(path: path).write(made.letters, invocation)
    } else {
      try invocation.write(
        made.letters.document(kind, of: proceedings.jury, in: languages))
    }
    if kind == .result {
      invocation.output.note(
        Text(
          "les voies et délais de recours sont ceux du droit commun : vérifiez-les avec votre règlement de certification",
          "the means of recourse are those of common law: check them against your rules of certification"
        ))
    }
    try notifications?.record(invocation)
  }

  /// The candidacies of `--except`.
  ///
  /// - Throws: ``Failure/input(_:)`` for one that the jury has not met.
  private static func leftOut(
    of proceedings: JuryProceedings, _ invocation: Invocation
  ) throws(Failure) -> Set<CandidacyID> {
    var left: Set<CandidacyID> = []
    for word in invocation.options("except") {
      let id = try invocation.read("--except", word) { (text) throws(InvalidValue) in
        try CandidacyID(text)
      }
      guard proceedings.candidates.contains(where: { $0.candidacy == id }) else {
        throw .input(
          Text(
            "--except : \(id) n’est pas une candidature du jury \(proceedings.jury)",
            "--except: \(id) is not a candidacy of jury \(proceedings.jury)"))
      }
      left.insert(id)
    }
    return left
  }
}
