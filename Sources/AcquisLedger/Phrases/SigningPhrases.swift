public import Events

// Failures of a log's key and checkpoints.

extension SigningFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .keyMissing:
      Text(
        "la clé qui a signé ses points de contrôle n’est pas à côté du registre (son fichier .signing) ;"
          + " remettez-la, si elle n’est pas perdue pour toujours",
        "the key that signed its checkpoints is not beside the ledger (its .signing file); put it back,"
          + " unless it is lost for ever")
    case .keyThere:
      Text(
        "une clé de signature est déjà à côté du registre (son fichier .signing) ; rien n’a été changé",
        "there is already a signing key beside the ledger (its .signing file); nothing was changed")
    case .notAKey:
      Text(
        "le fichier .signing n’est pas une clé : une ligne de 64 chiffres hexadécimaux",
        "the .signing file is not a key: one line of 64 hexadecimal digits")
    case .foreignKey(let name):
      Text(
        "le fichier .signing est la clé \(name), qui n’est pas une de celles du registre (son"
          + " fichier .vkeys)",
        "the .signing file is the key of \(name), which is none of this ledger's (its .vkeys file)")
    case .formerKey(let name, let since):
      Text(
        "le fichier .signing est une ancienne clé, \(name) : \(since) a signé depuis ; remettez la clé"
          + " \(since)",
        "the .signing file is the key of \(name), a former one: \(since) has signed since; put the key"
          + " of \(since) back")
    case .formerKeyUnknown:
      Text(
        "aucune clé connue ne vérifie les points de contrôle signés (le fichier .signed) ; donnez-en"
          + " une, ou mettez le fichier .signed de côté et gardez-le",
        "no key is known that verifies the checkpoints signed (the .signed file); give it,"
          + " or put the .signed file aside and keep it")
    case .malformedKeys(let line):
      Text(
        "la ligne \(line) du fichier .vkeys n’est pas une clé de vérification dont le nom est tiré d’elle-même",
        "the .vkeys file's line \(line) is not a verifier key whose name is that of its key")
    case .malformedNote(let number):
      Text(
        "le point de contrôle gardé n° \(number) (fichier .signed) n’en est pas un",
        "stored checkpoint \(number) (in the .signed file) is not a checkpoint")
    case .notNotes:
      Text(
        "le fichier .signed ne finit pas par un point de contrôle signé",
        "the .signed file does not end with a signed checkpoint")
    case .busy(let seconds):
      Text(
        "un autre programme signe depuis \(seconds) s ; recommencez",
        "another process has been signing for \(seconds) s; try again")
    case .openToOthers(let file):
      Text(
        "le fichier \(file.rawValue) est ouvert à d’autres que son propriétaire ; faites `chmod 600`",
        "the \(file.rawValue) file is open to others than its owner; run chmod 600 on it")
    case .notPermitted(let file):
      Text(
        "seul son propriétaire peut se servir ainsi du fichier \(file.rawValue) et de son dossier",
        "only their owner may use the \(file.rawValue) file and its folder in this way")
    case .tooLong(let file):
      Text("le fichier \(file.rawValue) est trop long", "the \(file.rawValue) file is too long")
    case .full:
      Text(
        "plus de place sur le disque ; rien n’a été signé",
        "no space left on the device; nothing was signed")
    case .system(let file, let code, let message):
      Text(
        "le système a refusé le fichier \(file.rawValue) (\(code)) : \(Text.system(saying: message).french)",
        "the system refused the \(file.rawValue) file (\(code)): \(message)")
    case .unavailable(let failure): failure.text
    }
  }
}

extension Discontinuity: TextConvertible {
  public var text: Text {
    switch self {
    case .notGenuine:
      Text(
        "le point de contrôle a été altéré : sa signature n’est pas celle de son texte",
        "the checkpoint was altered: its signature is not that of its text")
    case .foreignKey:
      Text(
        "le point de contrôle est signé d’une autre clé que celle de ce registre",
        "the checkpoint was signed by another key than this ledger's")
    case .formerKey:
      Text(
        "le point de contrôle est signé d’une ancienne clé de ce registre, quand une autre signait déjà",
        "the checkpoint was signed by a former key of this ledger's, after another had begun")
    case .shrunk(let signed, let found):
      Text(
        "l’état signé a \(Text.count(signed, .entry).french), le registre en a \(found) : il en manque à la fin",
        "\(signed) events were signed, and the ledger has \(found): events are missing at its end")
    case .forked(signed: 0, after: _):
      Text(
        "le point de contrôle ne signe aucune entrée, et sa racine n’est pas celle d’un registre vide",
        "the checkpoint signs no event, and its root is not that of an empty log")
    case .forked(let signed, let after):
      Text(
        "les positions \(after + 1) à \(signed) ne sont pas celles qui ont été signées : "
          + "l’historique a été changé",
        "positions \(after + 1) to \(signed) are not those that were signed: the history was changed"
      )
    }
  }

  /// The reason's name in JSON.
  public var word: String {
    switch self {
    case .notGenuine: "notGenuine"
    case .foreignKey: "foreignKey"
    case .formerKey: "formerKey"
    case .shrunk: "shrunk"
    case .forked: "forked"
    }
  }
}
