public import Events

extension AccessFailure {
  /// The sentence; what only a program knows, as the path, is added by it.
  public var text: Text {
    switch self {
    case .openToOthers(let file):
      Text(
        "le fichier \(file.rawValue) est ouvert à d’autres que son propriétaire ; faites `chmod 600`",
        "the \(file.rawValue) file is open to others than its owner; run chmod 600 on it")
    case .othersFile(let file):
      Text(
        "le fichier \(file.rawValue) appartient à un autre utilisateur ; lancez la commande sous le sien",
        "the \(file.rawValue) file belongs to another user; run the command as that user")
    case .badLine(let number):
      Text(
        "la ligne \(number) du fichier .access est altérée : plus personne n’entre tant qu’elle l’est ; "
          + "remettez le fichier, ou ôtez cette ligne",
        "line \(number) of the .access file is altered: nobody is let in while it is; put the file back, or "
          + "take that line out")
    case .foreign(let file):
      Text(
        "le fichier \(file.rawValue) n’est pas de ce programme",
        "the \(file.rawValue) file is not one of this program's")
    case .newerFormat(let file, let found, let known):
      Text(
        "le format du fichier \(file.rawValue) est \(found), plus récent que celui de ce programme (\(known)) ; "
          + "prenez une version plus récente",
        "the format of the \(file.rawValue) file is \(found), newer than this program's (\(known)); use a newer "
          + "version")
    case .tooLong(let file, let limit):
      Text(
        "le fichier \(file.rawValue) dépasse \(Text.count(limit, .byte).french)",
        "the \(file.rawValue) file is over \(limit) bytes")
    case .busy(let file, let seconds):
      Text(
        "un autre programme se sert du fichier \(file.rawValue) depuis \(seconds) s ; recommencez",
        "another process has been using the \(file.rawValue) file for \(seconds) s; try again")
    case .notPermitted(let file):
      Text(
        "cet utilisateur ne peut pas lire ou écrire le fichier \(file.rawValue) ou son dossier",
        "this user may not read or write the \(file.rawValue) file or its folder")
    case .full(let file):
      Text(
        "plus de place sur le disque pour le fichier \(file.rawValue)",
        "no space left on the device for the \(file.rawValue) file")
    case .damaged(let file, let detail):
      Text(
        "le fichier \(file.rawValue) est abîmé : \(detail)",
        "the \(file.rawValue) file is damaged: \(detail)")
    case .system(let file, let code, let message):
      Text(
        "le système a refusé le fichier \(file.rawValue) (\(code)) : \(message)",
        "the system refused the \(file.rawValue) file (\(code)): \(message)")
    case .unavailable:
      Text("la libcrypto du système a échoué", "the system's libcrypto failed")
    }
  }
}
