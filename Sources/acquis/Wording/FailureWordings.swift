internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

// What goes wrong, in both languages. English is the failures' own description.

extension InvalidValue {
  var wording: Wording { Wording(french, description) }

  private var french: String {
    switch self {
    case .identifier(let kind):
      "un identifiant (\(kind)) est attendu : 1 à 64 caractères parmi A-Z a-z 0-9 . _ -"
    case .day: "un jour du calendrier est attendu, écrit AAAA-MM-JJ"
    case .instant: "un instant UTC est attendu, écrit AAAA-MM-JJThh:mm:ss.ssssssZ"
    case .eventID: "un UUID est attendu"
    case .entryID: "un UUID de version 7 ou 8 est attendu"
    case .birthDate: "une date de naissance est attendue, écrite AAAA, AAAA-MM ou AAAA-MM-JJ"
    case .textTooLong(let limit): "un texte d’au plus \(limit) caractères est attendu"
    case .count: "un nombre entier de 0 à 9007199254740991 est attendu"
    case .emptyList: "une liste d’au moins un élément est attendue"
    case .word(let kind, let allowed):
      "un mot (\(kind)) est attendu parmi : \(allowed.joined(separator: ", "))"
    case .siret: "un SIRET est attendu, 14 chiffres"
    case .rule: "une règle est attendue, R01 à R99"
    case .edition: "une édition est attendue, comme 2026-1"
    case .subject:
      "un sujet est attendu, comme candidacy:ID"
        + " (candidate, candidacy, certification, jury, certificate)"
    case .sealed: "un texte scellé est attendu (base64 d’un nonce de 12 octets et du chiffré)"
    }
  }
}

extension ReadingFailure {
  var wording: Wording {
    Wording(
      field.isEmpty ? problem.french : "champ \(field) : \(problem.french)", description)
  }
}

extension ReadingFailure.Problem {
  fileprivate var french: String {
    switch self {
    case .byteOrderMark:
      "commence par une marque d’ordre des octets ; enregistrez en UTF-8 sans cette marque"
    case .notUTF8: "n’est pas de l’UTF-8 ; enregistrez en UTF-8"
    case .syntax(_, let byte): "n’est pas du JSON, à l’octet \(byte)"
    case .trailingBytes(let byte): "quelque chose suit l’objet, à l’octet \(byte)"
    case .tooDeep: "trop de niveaux imbriqués"
    case .duplicateField: "figure deux fois"
    case .floatingPoint: "un nombre à virgule ou à exposant ; seuls les entiers sont enregistrés"
    case .integerOutOfRange: "un entier au-delà de ±9007199254740991"
    case .loneSurrogate: "la moitié d’une paire de substitution"
    case .notCanonical(let byte): "n’est pas sous forme canonique à l’octet \(byte)"
    case .missing: "manque"
    case .unknownField: "n’est pas un champ de cet événement"
    case .wrongKind(let kind): "valeur d’une autre sorte ; attendu : \(kind.wording.french)"
    case .invalid(let value): value.wording.french
    case .unknownType(let name): "type d’événement inconnu : \(name)"
    case .unknownSchema(let type, let number): "schéma \(number) inconnu pour \(type.rawValue)"
    case .tooLong(let limit): "dépasse les \(limit) octets admis"
    case .givenByTheLedger: "est donné par le registre ; ne l’écrivez pas"
    case .wronglySealed:
      "un texte sur une personne est scellé, un texte sur personne est en clair"
    }
  }
}

extension LogFailure {
  var wording: Wording { Wording(french, description) }

  private var french: String {
    switch self {
    case .missing: "il n’y a pas de registre ici ; `acquis init` en crée un"
    case .alreadyThere: "il y a déjà un fichier ici ; rien n’a été changé"
    case .notALedger: "ce n’est pas un registre"
    case .newerFormat(let found, let known):
      "le format du registre est \(found), plus récent que celui de ce programme (\(known))"
    case .networkDrive(let kind):
      "le registre est sur un lecteur réseau (\(kind)), où les verrous ne tiennent pas"
    case .foreignJournal:
      "le registre et le journal à côté de lui (-wal) ne vont pas ensemble : ce journal est celui d’un "
        + "autre registre ou d’un autre état du même, ou bien l’un des deux est abîmé ; rien n’a été changé : "
        + "gardez une copie des deux, et remettez le registre ou le journal qui convient"
    case .othersJournal(let file, let owner):
      "le fichier \(file) à côté du registre appartient à \(owner), et cet utilisateur n’y a pas "
        + "accès ; faites-le retirer quand plus personne n’a ouvert le registre"
    case .secondName:
      "le fichier du registre a un second nom (lien dur), par lequel des faits se perdraient ; "
        + "faites-en une copie avec `acquis backup`, et retirez l’un des noms (s’il est dans un dossier "
        + ".making à côté, c’est le reste d’une création interrompue, d’un autre utilisateur)"
    case .busy(let seconds):
      "un autre processus écrit dans le registre depuis \(seconds) s ; recommencez"
    case .readOnly:
      "cet utilisateur ne peut pas écrire dans le registre ou son dossier, ou pas les lire"
    case .full: "plus de place sur le disque"
    case .damaged(let detail): "le registre est abîmé : \(detail)"
    case .defect(let defect): "le registre est abîmé : \(defect.wording.french)"
    case .system(let code, let message): "le système a refusé (\(code)) : \(message)"
    case .clockBehind(let seconds, let last):
      "le dernier événement a été enregistré à \(last), en avance de \(seconds) s sur l’horloge de "
        + "cette machine ; si l’horloge est juste, --accept-clock enregistre à l’instant qui suit "
        + "celui du dernier événement et marque l’entrée"
    case .clockAhead(let last, let isSynchronised):
      "l’horloge de cette machine\(isSynchronised ? "" : ", qui n’est pas synchronisée,") est en avance de "
        + "plus de \(isSynchronised ? "deux ans" : "180 jours") sur le dernier événement (\(last)) ; si l’horloge est juste, --accept-clock enregistre quand même"
    case .tooLongToMark:
      "est trop long pour porter la marque d’une horloge en retard (65535 octets)"
    case .notYet: "a lieu après le jour de son enregistrement"
    case .idTaken(_, let position):
      "son id est déjà dans le registre avec un autre contenu, à la position \(position)"
    case .notEmpty: "le registre contient déjà des événements : une copie demande un registre vide"
    case .idTwice(_, let position): "son id figure déjà à la position \(position)"
    case .instantBack: "est enregistré avant l’événement qui le précède"
    case .conditionFailed(let position):
      "un autre événement est arrivé avant, à la position \(position)"
    case .unknownEntry: "annule une entrée que le registre ne contient pas"
    case .wrongSubjects: "ne répète pas les sujets de l’entrée annulée"
    case .unreadable(let position, let failure):
      "l’événement de la position \(position) est illisible : \(failure.wording.french)"
    }
  }
}

extension VaultFailure {
  var wording: Wording { Wording(french, description) }

  private var french: String {
    switch self {
    case .missing: "il n’y a pas de coffre à côté du registre (son fichier .vault)"
    case .masterKeyMissing:
      "la clé maîtresse du coffre n’est pas à côté du registre (son fichier .master)"
    case .notAMasterKey:
      "le fichier .master n’est pas une clé maîtresse : une ligne de 64 chiffres hexadécimaux"
    case .wrongMasterKey: "le fichier .master est la clé d’un autre coffre"
    case .foreignJournal:
      "le journal à côté du coffre (.vault-journal) est celui d’un autre coffre, ou d’un autre état du même ; "
        + "rien n’a été changé : gardez une copie des deux, et remettez le coffre ou le journal qui convient"
    case .masterKeyLinked:
      "le fichier .master est un lien, ou a un second nom, et l’ancienne clé y resterait : mettez le "
        + "fichier même à côté du registre, et recommencez"
    case .anotherLedgers:
      "le fichier .vault est lié à un autre registre ; remettez le coffre de ce registre-ci"
    case .behind(let erasures, let keys):
      "ce coffre n’est pas celui du registre, ou est plus ancien que lui (personnes effacées "
        + "sans la trace de leur effacement : \(erasures) ; clés de textes scellés absentes : \(keys)) ; pour "
        + "ces personnes, rien ne se scelle, ne se nomme ni ne s’efface : remettez le bon coffre ou, pour "
        + "qui est déjà effacé selon le registre, relancez `acquis erase`"
    case .uncompared:
      "le registre n’a pas pu être lu pour être comparé au coffre ; voyez `acquis audit verify`"
    case .alreadyThere: "il y a déjà un coffre ou une clé ici ; rien n’a été changé"
    case .openToOthers(let file):
      "le fichier .\(file.rawValue) est ouvert à d’autres que son propriétaire ; chmod 600"
    case .notAVault: "le fichier .vault n’est pas un coffre"
    case .newerFormat(let found, let known):
      "le format du coffre est \(found), plus récent que celui de ce programme (\(known))"
    case .busy(let seconds):
      "un autre processus se sert du coffre depuis \(seconds) s ; recommencez"
    case .notReadable:
      "cet utilisateur ne peut pas lire le coffre, sa clé maîtresse ou leur dossier"
    case .readOnly: "cet utilisateur ne peut que lire le coffre ou son dossier"
    case .full: "plus de place sur le disque pour le coffre"
    case .damaged(let detail): "le coffre est abîmé : \(detail)"
    case .altered(let key): "le coffre est abîmé : la clé \(key) a été altérée"
    case .system(let code, let message): "le système a refusé le coffre (\(code)) : \(message)"
    case .unavailable(let what): "la libcrypto du système n’offre pas \(what)"
    case .keyGone: "la clé de ce texte n’existe plus ; rien ne l’ouvre"
    case .erased(let day):
      "la personne a été effacée le \(day.wording.french) : plus rien ne se scelle à son sujet"
    case .notAuthentic: "le texte scellé a été altéré, ou est d’un autre champ ou événement"
    case .unreadable(let failure): "ce qui était scellé est illisible : \(failure.wording.french)"
    }
  }
}

extension DoorFailure.Problem {
  var wording: Wording {
    switch self {
    case .unreadable(let failure): failure.wording
    case .refused(let failure): failure.wording.of(field: failure.field)
    case .unsealed(let failure): failure.wording
    case .unknown(let subject):
      Wording("champ data : \(subject) n’est connu ni du registre ni du fichier", description)
    case .erasure:
      Wording(
        "champ type : un effacement détruit les clés d’une personne ; `acquis erase CANDIDATE`",
        description)
    case .erased(let field, let day):
      Wording(
        "champ \(field) : la personne a été effacée le \(day.wording.french) ; "
          + "aucun texte à son sujet ne s’enregistre plus", description)
    case .nothing: Wording("ne contient aucun événement", description)
    case .contended:
      Wording("d’autres écritures sont passées avant à chaque fois ; recommencez", description)
    }
  }
}
