internal import AcquisLedger
internal import Documents
internal import Events

extension Command {
  /// `minutes JURY`
  static let minutes = Command(
    name: "minutes",
    summary: Text(
      "rédige le procès-verbal d’un jury, ou sa feuille d’émargement à signer",
      "writes a jury's minutes, or its attendance sheet to sign"),
    arguments: [
      Argument(name: "JURY", help: Text("l’identifiant du jury", "the jury's id"))
    ],
    options: [
      Option(
        name: "blank",
        help: Text(
          "la feuille d’émargement : membres et candidats convoqués, une colonne à signer par jour",
          "the attendance sheet: members and candidates summoned, a column to sign for each day")),
      Command.on, Command.known, Command.to,
    ] + Command.names,
    makesDocument: true,
    example: "acquis minutes DEMO-J-APPEAL --on 2021-07-15 --to minutes.html"
  ) { invocation in
    let languages = invocation.languages()
    let question = try invocation.question()
    // Without a vault the document shows ids: an attendance sheet can always be made.
    let isOpening = try invocation.has("names") || Ledger(invocation).hasVault
    let texts =
      isOpening
      ? try invocation.personalTexts(question, isDocument: true)
      : PersonalTexts(of: question, opening: nil)
    let proceedings = try invocation.proceedings(question, opening: texts)
    try invocation.write(
      invocation.has("blank")
        ? AttendanceSheet(proceedings, in: languages).document
        : MinutesDocument(proceedings, in: languages).document)
  }
}
