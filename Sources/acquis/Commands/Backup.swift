internal import Cryptography
internal import EventLog
internal import Events
internal import Glibc

extension Command {
  /// `backup FOLDER`
  static let backup = Command(
    name: "backup",
    summary: Wording(
      "copie le registre et son coffre, chacun à part, pendant que d’autres écrivent",
      "copies the log and its vault, each apart, while others write"),
    arguments: [
      Argument(
        name: "FOLDER",
        help: Wording(
          "où poser log-DATE et vault-DATE ; créé s’il manque",
          "where to put log-DATE and vault-DATE; made where there is none"))
    ],
    options: [
      Option(
        name: "with-master",
        help: Wording(
          "copie aussi la clé maîtresse, dans master-DATE : à mettre ailleurs aussitôt",
          "copy the master key too, into master-DATE: to be put elsewhere at once"))
    ],
    example: "acquis backup /media/backup"
  ) { invocation in
    let backup = LedgerBackup(of: try Ledger(invocation), into: invocation.argument("FOLDER") ?? "")
    let made = try backup.make(withMaster: invocation.has("with-master"))
    Output.noteDone(.backedUp)
    if invocation.has("json") {
      var answer = [
        JSONMember("size", .integer(Int(made.head.last.number))),
        JSONMember("root", .string(Base64.encode(made.head.root.bytes))),
      ]
      for part in BackupPart.allCases {
        let path = made.folders.first { $0.part == part }?.path
        answer.append(JSONMember(part.rawValue, path.map { .string($0) } ?? .null))
      }
      return try Output.line(JSONValue.object(answer).description)
    }
    for (part, path) in made.folders {
      try Output.line("\(Shown.onOneLine(path))/\n" + part.instructions(made).text)
    }
    if !made.has(.vault) {
      Output.note(
        Wording(
          "il n’y a pas de coffre à côté du registre : le registre seul a été copié",
          "there is no vault beside the ledger: the log alone was copied"
        ).text)
    }
  }
}
