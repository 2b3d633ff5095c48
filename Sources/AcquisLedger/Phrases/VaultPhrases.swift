public import Cryptography
internal import EventLog
public import Events
public import Vault

// Failures of a vault and of the system's libcrypto.

extension VaultFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .missing:
      Text(
        "il n’y a pas de coffre à côté du registre (son fichier .vault)",
        "there is no vault beside the ledger (its .vault file)")
    case .masterKeyMissing:
      Text(
        "la clé maîtresse du coffre n’est pas à côté du registre (son fichier .master) ; remettez-la",
        "the vault's master key is not beside the ledger (its .master file); put it back")
    case .notAMasterKey:
      Text(
        "le fichier .master n’est pas une clé maîtresse : une ligne de 64 chiffres hexadécimaux",
        "the .master file is not a master key: one line of 64 hexadecimal digits")
    case .wrongMasterKey:
      Text(
        "le fichier .master est la clé d’un autre coffre",
        "the .master file is the key of another vault")
    case .masterKeyLinked:
      Text(
        "le fichier .master est un lien, ou a un second nom, et l’ancienne clé y resterait : mettez le "
          + "fichier même à côté du registre, et recommencez",
        "the .master file is a link, or has a second name, and the old key would stay there: put the file "
          + "itself beside the ledger, and run it again")
    case .foreignJournal:
      Text(
        "le journal à côté du coffre (.vault-journal) est celui d’un autre coffre, ou d’un autre état du même ; "
          + "rien n’a été changé : gardez une copie des deux, et remettez le coffre ou le journal qui convient",
        "the journal beside the vault (.vault-journal) is another vault's, or of another state of this one; "
          + "nothing was changed: keep copies of both, and put back the vault or the journal that belongs here"
      )
    case .anotherLedgers:
      Text(
        "le fichier .vault est lié à un autre registre ; remettez le coffre de ce registre-ci",
        "the .vault file is bound to another ledger; put this ledger's own vault back")
    case .behind(let erasures, let keys):
      Text(
        "ce coffre n’est pas celui du registre, ou est plus ancien que lui (personnes effacées "
          + "sans la trace de leur effacement : \(erasures) ; clés de textes scellés absentes : \(keys)) ; pour "
          + "ces personnes, rien ne peut être scellé, nommé ni effacé : remettez le bon coffre ou, pour "
          + "les personnes que le registre dit déjà effacées, effacez de nouveau",
        "this vault is not the ledger's, or is older than its log (erased persons without tombstone: "
          + "\(erasures); keys of sealed texts that are missing: \(keys)); for those "
          + "persons nothing can be sealed, named or erased: put the right vault back or, for a person whom "
          + "the log already shows as erased, erase again")
    case .uncompared(let reason):
      Text(
        "le registre n’a pas pu être lu pour être comparé au coffre : \(reason.french)",
        "the log could not be read to compare it with the vault: \(reason.english)")
    case .alreadyThere:
      Text(
        "il y a déjà un coffre ou une clé maîtresse ici ; rien n’a été changé",
        "there is already a vault or a master key here; nothing was changed")
    case .openToOthers(let file):
      Text(
        "le fichier .\(file.rawValue) est ouvert à d’autres que son propriétaire ; faites `chmod 600`",
        "the .\(file.rawValue) file is open to others than its owner; run chmod 600 on it")
    case .notAVault:
      Text("le fichier .vault n’est pas un coffre", "the .vault file is not a vault")
    case .newerFormat(let found, let known):
      Text(
        "le format du coffre est \(found), plus récent que celui de ce programme (\(known)) ; prenez une "
          + "version plus récente",
        "the vault's format is \(found), newer than this program's (\(known)); use a newer version")
    case .busy(let seconds):
      Text(
        "un autre programme se sert du coffre depuis \(seconds) s ; recommencez",
        "another process has been using the vault for \(seconds) s; try again")
    case .notReadable:
      Text(
        "cet utilisateur ne peut pas lire le coffre, sa clé maîtresse ou leur dossier",
        "this user may not read the vault, its master key or their folder")
    case .readOnly:
      Text(
        "cet utilisateur ne peut que lire le coffre ou son dossier",
        "the vault or its folder may only be read by this user")
    case .full:
      Text(
        "plus de place sur le disque pour le coffre", "no space left on the device for the vault")
    case .damaged(let detail):
      Text("le coffre est abîmé : \(detail)", "the vault is damaged: \(detail)")
    case .altered(let key):
      Text(
        "le coffre est abîmé : la clé \(key) a été altérée",
        "the vault is damaged: the wrapped key \(key) was altered")
    case .system(let code, let message):
      Text(
        "le système a refusé le coffre (\(code)) : \(Text.system(saying: message).french)",
        "the system refused the vault (\(code)): \(message)")
    case .server(let trouble, let message): trouble.text(saying: message)
    case .unavailable(let what): CryptographyFailure.unavailable(what).text
    case .keyGone:
      Text(
        "la clé de ce texte n’existe plus ; rien ne l’ouvre",
        "the key of this text is gone; nothing opens it any more")
    case .erased(let day):
      Text(
        "la personne a été effacée le \(day.text.french) : plus rien ne peut être scellé à son sujet",
        "the person was erased on \(day.text.english): nothing about them can be sealed any more")
    case .notAuthentic:
      Text(
        "le texte scellé a été altéré, ou vient d’un autre champ, d’une autre personne ou d’une autre entrée",
        "the sealed text was altered, or belongs to another field, person or event")
    case .unreadable(let failure):
      Text(
        "ce qui était scellé est illisible : \(failure.text.french)",
        "what was sealed cannot be read: \(failure.text.english)")
    }
  }
}

extension VaultFailure.ServerTrouble {
  /// - Parameter message: the server's.
  fileprivate func text(saying message: String) -> Text {
    let french = PrivateWords.quoted(Text.system(saying: message).french, after: " : ")
    let english = PrivateWords.quoted(message, after: ": ")
    return switch self {
    case .unreachable:
      Text(
        "le serveur du coffre n’est pas joignable" + french,
        "the vault's server cannot be reached" + english)
    case .pooled: ServerFault.pooled
    case .noRight:
      Text(
        "le rôle de ce programme n’a pas les droits nécessaires sur le serveur du coffre" + french,
        "the program's role lacks rights on the vault's server" + english)
    case .openToOthers:
      Text(
        "d’autres rôles que le sien ont des droits sur le schéma du coffre ; retirez-les avec REVOKE"
          + french,
        "other roles than its own have rights on the vault's schema; take them away with REVOKE"
          + english)
    case .refused:
      Text(
        "le serveur du coffre a refusé" + french, "the vault's server refused" + english)
    }
  }
}

extension CryptographyFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .unavailable(let algorithm):
      Text(
        "la libcrypto du système n’offre pas \(algorithm)",
        "the system's libcrypto does not provide \(algorithm)")
    case .notAuthentic:
      Text("scellé sous une autre clé, ou altéré", "sealed under another key, or altered")
    case .wrongLength(let expected):
      Text(
        "une clé ou un nonce n’a pas la taille attendue (\(Text.count(expected, .byte).french))",
        "a key or a nonce is not \(expected) bytes long")
    }
  }
}
