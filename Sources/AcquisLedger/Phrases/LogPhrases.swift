public import EventLog
public import Events

// Failures of a log.

extension LogFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .missing: Text("il n’y a pas de registre ici", "there is no ledger here")
    case .alreadyThere:
      Text(
        "il y a déjà un fichier ici ; rien n’a été changé",
        "there is already a file here; nothing was changed")
    case .notALedger: Text("ce n’est pas un registre", "this is not a ledger")
    case .newerFormat(let found, let known):
      Text(
        "le format du registre est \(found), plus récent que celui de ce programme (\(known)) ; prenez une "
          + "version plus récente",
        "the ledger's format is \(found), newer than this program's (\(known)); use a newer version"
      )
    case .networkDrive(let kind):
      Text(
        "le registre est sur un lecteur réseau (\(kind)), où les verrous ne tiennent pas ; mettez-le sur un "
          + "disque local",
        "the ledger is on a network drive (\(kind)), where locks do not hold; put it on a local disk"
      )
    case .foreignJournal:
      Text(
        "le registre et le journal à côté de lui (-wal) ne vont pas ensemble : ce journal est celui d’un "
          + "autre registre ou d’un autre état du même, ou bien l’un des deux est abîmé ; rien n’a été changé : "
          + "gardez une copie des deux, et remettez le registre ou le journal qui convient",
        "the ledger and the journal beside it (-wal) do not go together: it is another ledger's journal, or "
          + "of another state of this one, or one of them is damaged; nothing was changed: keep copies of "
          + "both, and put back the ledger or the journal that belongs here")
    case .othersJournal(let file, let owner):
      Text(
        "le fichier \(file) à côté du registre appartient à \(owner), et cet utilisateur n’y a pas "
          + "accès ; faites-le retirer quand plus personne n’a ouvert le registre",
        "the file \(file) beside the ledger belongs to \(owner), and this user has no access to it; "
          + "have it removed while no one has the ledger open")
    case .secondName:
      Text(
        "le fichier du registre a un second nom (lien dur), par lequel des entrées se perdraient ; "
          + "faites-en une sauvegarde, et retirez l’un des noms (s’il est dans un dossier "
          + ".making à côté du registre, c’est la création interrompue d’un autre utilisateur qui l’y a laissé)",
        "the ledger's file has a second name (a hard link), under which facts could be lost; "
          + "make a backup, and remove one of the names (if it is in a .making folder beside the "
          + "ledger, another user’s interrupted creation left it)")
    case .busy(let seconds):
      Text(
        "un autre programme écrit dans le registre depuis \(seconds) s ; recommencez",
        "another process has been writing to the ledger for \(seconds) s; try again")
    case .readOnly:
      Text(
        "cet utilisateur ne peut pas lire le registre ou son dossier, ou ne peut pas y écrire",
        "this user may not read the ledger or its folder, or may not write there")
    case .full: Text("plus de place sur le disque", "no space left on the device")
    case .copyDiffers:
      Text(
        "la copie n’est pas ce qui a été copié",
        "the copy is not what was copied")
    case .damaged(let detail):
      Text("le registre est abîmé : \(detail)", "the ledger is damaged: \(detail)")
    case .defect(let defect):
      Text(
        "le registre est abîmé : \(defect.text.french)",
        "the ledger is damaged: \(defect.text.english)")
    case .system(let code, let message):
      Text(
        "le système a refusé (\(code)) : \(Text.system(saying: message).french)",
        "the system refused (\(code)): \(message)")
    case .unavailable(let failure): failure.text
    case .server(let fault): fault.text
    case .moved(let place):
      Text(
        "ce registre a été déplacé et n’enregistre plus rien"
          + PrivateWords.quoted(place, after: " ; il est maintenant ici : "),
        "this ledger was moved and records nothing more"
          + PrivateWords.quoted(place, after: "; it is now here: "))
    case .clockBehind(let seconds, let last):
      Text(
        "la dernière entrée a été enregistrée à \(last), en avance de \(seconds) s sur l’horloge de "
          + "cette machine ; si l’horloge est juste et acceptée, l’entrée à enregistrer prend "
          + "l’instant qui suit et en porte la marque",
        "the last event was recorded at \(last), \(seconds) s ahead of this machine's clock; if the "
          + "clock is right and accepted, the entry is recorded with the next instant and marked")
    case .clockAhead(let last, let isSynchronised):
      Text(
        "l’horloge de cette machine\(isSynchronised ? "" : ", qui n’est pas synchronisée,") est en avance de "
          + "plus de \(isSynchronised ? "deux ans" : "180 jours") sur la dernière entrée (\(last)) ; si "
          + "elle est juste et acceptée, l’entrée s’enregistre quand même",
        "this machine's clock is more than \(isSynchronised ? "two years" : "180 days") "
          + "\(isSynchronised ? "" : "(and not synchronised) ")ahead of the last event (\(last)); "
          + "if the clock is right and accepted, the entry can still be recorded")
    case .tooLongToMark:
      Text(
        "est trop long pour porter la marque d’une horloge en retard (\(Text.count(EncodedEvent.limit, .byte).french))",
        "is too long for the mark of a clock that is behind (\(EncodedEvent.limit) bytes)")
    case .notYet:
      Text("a lieu après le jour de son enregistrement", "occurs after the day it is recorded")
    case .idTaken(_, let position):
      Text(
        "son identifiant est déjà dans le registre avec un autre contenu, à la position \(position)",
        "its id is already in the ledger with another content, at position \(position)")
    case .notEmpty:
      Text(
        "le registre contient déjà des entrées : seul un registre vide se restaure",
        "the ledger holds events already: only an empty ledger can be restored into")
    case .idTwice(_, let position):
      Text(
        "son identifiant figure déjà à la position \(position)",
        "its id is already used at position \(position)")
    case .instantBack:
      Text(
        "est enregistré avant l’entrée qui le précède", "was recorded before the previous event")
    case .conditionFailed(let position):
      Text(
        "une autre entrée a été enregistrée avant, à la position \(position)",
        "another event was recorded first, at position \(position)")
    case .unknownEntry:
      Text(
        "annule une entrée que le registre ne contient pas",
        "annuls an entry that the ledger does not hold")
    case .wrongSubjects:
      Text(
        "ne répète pas les sujets de l’entrée annulée",
        "does not repeat the subjects of the entry it annuls")
    case .unreadable(let position, let failure):
      Text(
        "l’entrée de la position \(position) est illisible : \(failure.text.french)",
        "the event at position \(position) cannot be read: \(failure.text.english)")
    }
  }
}
