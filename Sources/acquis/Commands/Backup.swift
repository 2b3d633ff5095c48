internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Glibc

extension Command {
  /// `backup FOLDER`
  static let backup = Command(
    name: "backup",
    summary: Text(
      "copie le registre et son coffre, chacun à part, pendant que d’autres écrivent",
      "copies the log and its vault, each apart, while others write"),
    arguments: [
      Argument(
        name: "FOLDER",
        help: Text(
          "où poser `log-DATE` et `vault-DATE` ; créé s’il manque",
          "where to put log-DATE and vault-DATE; created if missing"))
    ],
    options: [
      Option(
        name: "with-master",
        help: Text(
          "copie aussi la clé maîtresse, dans `master-DATE` : à mettre ailleurs aussitôt",
          "copy the master key too, into master-DATE: to be put elsewhere at once"))
    ],
    example: "acquis backup /media/backup"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let folder = invocation.argument("FOLDER") ?? ""
    guard !folder.isEmpty else {
      throw Failure.usage(Text("FOLDER : un chemin est attendu", "FOLDER: expected a path"))
    }
    let language = invocation.output.language
    let made = try ledger.backUp(into: folder, withMaster: invocation.has("with-master")) {
      part, made in
      (
        Text("LISEZ-MOI.txt", "README.txt").text(in: language),
        part.instructions(made).text(in: language)
      )
    }
    invocation.output.noteDone(.backedUp)
    if invocation.has("json") {
      var answer = [
        JSONMember("size", .integer(Int(made.head.last.number))),
        JSONMember("root", .string(made.head.root.base64)),
      ]
      for part in BackupPart.allCases {
        let path = made.folders.first { $0.part == part }?.path
        answer.append(JSONMember(part.rawValue, path.map { .string($0) } ?? .null))
      }
      return try invocation.output.line(JSONValue.object(answer).description)
    }
    for (part, path) in made.folders {
      try invocation.output.line(
        [Text(verbatim: "\(Shown.onOneLine(path))/"), part.instructions(made)]
          .joined(separator: "\n"))
    }
    if !made.has(.vault) {
      invocation.output.note(
        Text(
          "il n’y a pas de coffre à côté du registre : le registre seul a été copié",
          "there is no vault beside the ledger: the log alone was copied"
        ))
    }
  }
}
