internal import EventLog
public import Events
public import Files

// Failures of a ledger's files, and a ledger's notices.

extension FileFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .system where isNoSpace:
      Text(
        "plus de place sur le disque ; rien n’a été laissé",
        "no space left on the device; nothing was left behind")
    case .system where isAlreadyThere:
      Text(
        "il y a déjà quelque chose ici ; rien n’a été changé",
        "there is already something here; nothing was changed")
    case .system(let code): .system(code)
    case .openToOthers:
      Text(
        "le fichier est ouvert à d’autres que son propriétaire ; faites `chmod 600`",
        "the file is open to others than its owner; run chmod 600 on it")
    case .tooLong(let limit):
      Text("dépasse \(Text.count(limit, .byte).french)", "is over \(limit) bytes")
    case .busy(let seconds):
      Text(
        "un autre programme s’en sert depuis \(seconds) s ; recommencez",
        "another process has been using it for \(seconds) s; try again")
    }
  }
}

extension LedgerFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .alreadyThere(let path):
      LedgerPlace.isOnServer(path)
        ? Text(
          "il y a déjà un registre ici ; rien n’a été changé",
          "there is already a ledger here; nothing was changed"
        ).at(path) : LogFailure.alreadyThere.text.at(path)
    case .formerAccess(let path):
      Text(
        "ce fichier est d’un autre registre, et ses droits d’accès ne sont pas ceux du nouveau ; mettez-le "
          + "ailleurs d’abord ; rien n’a été changé",
        "this file is of another ledger, and who may use that one may not use the new one; move it elsewhere "
          + "first; nothing was changed"
      ).at(path)
    case .noFolder(let path):
      Text(
        "il n’y a pas de dossier \(Shown.onOneLine(Folder.of(path)))",
        "there is no folder \(Shown.onOneLine(Folder.of(path)))"
      ).at(path)
    case .notContinued(let reason):
      Text(
        "le registre ne continue pas son dernier état signé : \(reason.text.french) ; "
          + "rien n’a été changé",
        "the log does not continue its last signed state: \(reason.text.english); "
          + "nothing was changed")
    case .contradictsSigned(let defect): defect.text.withoutCopy
    case .file(let failure, let path): failure.text.at(path)
    case .notKnownYet(let last):
      Text(
        "position au-delà de la fin ; le registre a \(Text.count(last.number, .entry).french)",
        "a position beyond the end; the ledger has \(last) events")
    case .backupThere(let path):
      Text(
        "il y a déjà une copie de ce nom ; rien n’a été changé",
        "there is already a copy of this name; nothing was changed"
      ).at(path)
    case .keysThere(let place, let master):
      Text(
        "il y a déjà ici des clés de personnes, ou leur clé maîtresse \(Shown.onOneLine(master)) ; rien n’a été "
          + "changé ; si un déplacement interrompu les a laissées, retirez ce schéma et ce fichier avant de recommencer",
        "the keys of persons are already here, or their master key \(Shown.onOneLine(master)); nothing was changed; if "
          + "a move that was cut short left them, remove this schema and this file before you try again"
      ).at(place)
    case .copyStays(let path, let end): end.text.at(path)
    }
  }
}

extension UnfinishedMove: TextConvertible {
  public var text: Text {
    switch self {
    case .notMoved(let error):
      Text(
        "le registre n’a pas été déplacé : \(Self.cause(error).french) ; il continue là où il est ; retirez la copie "
          + "restée ici, avec ses clés, avant de recommencer",
        "the ledger was not moved: \(Self.cause(error).english); it goes on where it is; remove the copy that "
          + "remains here, with its keys, before you try again")
    case .maybeMoved(let error):
      Text(
        "la copie est ici, mais on ne sait pas si l’ancien registre n’enregistre plus : "
          + "\(Self.cause(error).french) ; recommencez : il dira où il est allé, ou que la copie est de trop",
        "the copy is here, but it is not known whether the old ledger still records: "
          + "\(Self.cause(error).english); try again: it will say where it went, or that the copy is in the way"
      )
    }
  }

  private static func cause(_ error: any Error) -> Text {
    (error as? any TextConvertible)?.text
      ?? LogFailure.system(code: 0, "\(Swift.type(of: error))").text
  }
}

extension Text {
  /// This text, followed by the statement that nothing was copied.
  public var withoutCopy: Text {
    then(
      Text(
        "un registre qui contredit ce qu’il a signé n’est pas copié",
        "nothing is copied of a ledger that contradicts what it signed"))
  }
}

extension RestoreFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .event(let failure, _): failure.text.of(field: failure.field)
    case .otherRoot:
      Text(
        "la racine n’est pas celle que dit la copie : une entrée a été changée",
        "the root is not the one the copy states: an event was changed")
    case .nothingToVerify:
      Text(
        "aucun point de contrôle n’accompagne la copie",
        "no checkpoint comes with the copy")
    case .checkpoint(let failure): failure.text
    }
  }
}

extension LedgerNotice: TextConvertible {
  public var text: Text {
    switch self {
    case .sharedDrive:
      Text(
        "le registre est sur un système de fichiers FUSE ou virtiofs : s’il est partagé entre machines, "
          + "les verrous n’y tiennent pas",
        "the ledger is on a FUSE or virtiofs file system: if several machines share it, locks do not "
          + "hold there")
    case .lastSignedNotCompared:
      Text(
        "le fichier .signed n’est pas lisible par cet utilisateur : le dernier état signé n’a pas été comparé",
        "the .signed file is not this user's to read: the last signed state was not compared")
    case .checkpointsNotChecked:
      Text(
        "le fichier .signed n’est pas lisible par cet utilisateur : les points de contrôle gardés n’ont "
          + "pas été vérifiés",
        "the .signed file is not this user's to read: the stored checkpoints were not checked")
    case .vault(let failure): failure.text
    case .keyMade:
      Text(
        "la clé qui signe est créée, à côté du registre",
        "the signing key is made, beside the ledger")
    case .moved(let place):
      Text(
        "ce registre a été déplacé ; les réponses sont celles d’alors"
          + PrivateWords.quoted(place, after: ", et il continue ici : "),
        "this ledger was moved; answers are of what it had then"
          + PrivateWords.quoted(place, after: ", and it goes on here: "))
    case .replica(let state):
      Text(
        "réplique : réponses jusqu’à la position \(state.last)"
          + (state.seconds.map { ", dernier changement reçu il y a \($0) s" } ?? "")
          + (state.waiting == 0
            ? "" : ", \(Text.count(state.waiting, .byte).french) reçus et pas encore lus"),
        "a replica: answers up to position \(state.last)"
          + (state.seconds.map { ", last write received \($0) s ago" } ?? "")
          + (state.waiting == 0 ? "" : ", \(state.waiting) bytes received and not applied yet"))
    case .copyNotTried:
      Text(
        "la clé maîtresse n’est pas à côté du registre, ou est celle d’un autre coffre : "
          + "cette copie du coffre n’a pas pu être essayée",
        "the master key is not beside the ledger, or is another vault's: this copy of the vault could "
          + "not be tried")
    }
  }
}
