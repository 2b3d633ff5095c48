internal import AcquisLedger
internal import TransparencyLog

// What an audit finds, in both languages. English is the failures' own description.

extension AuditFailure {
  var wording: Wording { Wording(french, description) }

  private var french: String {
    switch self {
    case .keyMissing:
      "la clé qui a signé ses points de contrôle n’est pas à côté du registre (son fichier .signing) ;"
        + " remettez-la ou, si elle est perdue pour toujours, `acquis audit key --new` en commence une autre"
    case .keyThere:
      "une clé qui signe est à côté du registre (son fichier .signing) ; rien n’a été changé"
    case .notAKey:
      "le fichier .signing n’est pas une clé : une ligne de 64 chiffres hexadécimaux"
    case .foreignKey(let name):
      "le fichier .signing est la clé \(name), qui n’est pas une de celles du registre (son"
        + " fichier .vkeys)"
    case .formerKey(let name, let since):
      "le fichier .signing est une ancienne clé, \(name) : \(since) a signé depuis ; remettez la clé"
        + " \(since)"
    case .formerKeyUnknown:
      "aucune clé connue ne vérifie les points de contrôle signés (le fichier .signed) ; donnez-en"
        + " une avec --key VKEY, ou mettez le fichier .signed de côté et gardez-le"
    case .malformedKeys(let line):
      "la ligne \(line) du fichier .vkeys n’est pas une clé de vérification dont le nom est tiré d’elle-même"
    case .notNotes: "le fichier .signed ne finit pas par un point de contrôle signé"
    case .busy(let seconds): "un autre processus signe depuis \(seconds) s ; recommencez"
    case .openToOthers(let file):
      "le fichier \(file.rawValue) est ouvert à d’autres que son propriétaire ; chmod 600"
    case .notPermitted(let file):
      "cet utilisateur ne peut pas se servir du fichier \(file.rawValue) ou de son dossier"
    case .full: "plus de place sur le disque ; rien n’a été signé"
    case .system(let file, let code, let message):
      "le système a refusé le fichier \(file.rawValue) (\(code)) : \(message)"
    case .unavailable(let what): "la libcrypto du système : \(what)"
    }
  }
}

extension Discontinuity {
  var wording: Wording { Wording(french, description) }

  /// The word for it in JSON.
  var word: String {
    switch self {
    case .notGenuine: "notGenuine"
    case .foreignKey: "foreignKey"
    case .formerKey: "formerKey"
    case .shrunk: "shrunk"
    case .forked: "forked"
    }
  }

  private var french: String {
    switch self {
    case .notGenuine:
      "le point de contrôle a été altéré : sa signature n’est pas celle de son texte"
    case .foreignKey: "le point de contrôle est signé d’une autre clé que celle de ce registre"
    case .formerKey:
      "le point de contrôle est signé d’une ancienne clé de ce registre, quand une autre signait déjà"
    case .shrunk(let signed, let found):
      "\(signed) événements ont été signés, le registre en a \(found) : il en manque à la fin"
    case .forked(signed: 0, after: _):
      "le point de contrôle ne signe aucun événement, et sa racine n’est pas celle d’un registre vide"
    case .forked(let signed, let after):
      "les positions \(after + 1) à \(signed) ne sont pas celles qui ont été signées : "
        + "l’histoire a été changée"
    }
  }
}

extension ProofFailure {
  /// What is wrong with the positions or sizes asked for.
  var wording: Wording {
    switch self {
    case .noSuchLeaf(let index, let size):
      Wording(
        "il n’y a pas de position \(index + 1) parmi \(size) événements",
        "there is no position \(index + 1) among \(size) events")
    case .emptyTree:
      Wording(
        "une taille de 1 au moins est attendue : rien ne se prouve d’un registre vide",
        "expected a size of 1 or more: nothing is proven of an empty log")
    case .shrinks(let from, let to):
      Wording(
        "la première taille (\(from)) dépasse la seconde (\(to))",
        "the first size (\(from)) is above the second (\(to))")
    case .wrongLength, .otherRoot, .notHashed: Wording("preuve : \(self)", description)
    }
  }
}
