internal import AcquisLedger
internal import Events
internal import TransparencyLog

// What is wrong with an exact copy or a checkpoint, in both languages.

extension CopyFailure.Problem {
  var wording: Wording {
    switch self {
    case .reading(let failure): failure.wording
    case .position(let expected):
      Wording("la position \(expected) était attendue ici", description)
    case .otherForm(.empty):
      Wording("est vide : la copie a été coupée avant sa première ligne", description)
    case .otherForm(let form):
      Wording(
        [.carriageReturns, .utf16].contains(form)
          ? form.french : "\(form.french), et non une copie exacte", description)
    case .notALine:
      Wording(
        "n’est pas une ligne de copie exacte, telle que l’écrit `acquis export jsonl`", description)
    case .cut: Wording("la copie est coupée ici : sa dernière ligne manque", description)
    case .tooLong(let limit): Wording("dépasse \(limit) octets", description)
    case .afterTheEnd: Wording("quelque chose suit la dernière ligne de la copie", description)
    case .otherFormat(let found, let known):
      Wording(
        "le format de la copie est \(found), et non celui de ce programme (\(known))", description)
    case .otherSize(let told, let found):
      Wording("\(told) événements sont annoncés, \(found) précèdent", description)
    case .note(let failure): failure.wording
    }
  }
}

extension Vouching.Breach {
  var wording: Wording {
    switch self {
    case .unbelieved(let failure): failure.wording
    case .longer(let size, let last):
      Wording(
        "un point de contrôle signe \(size) événements, la copie en a \(last)",
        "a checkpoint signs \(size) events, the copy has \(last)")
    case .otherRoot(size: 0):
      Wording(
        "un point de contrôle ne signe aucun événement, et sa racine n’est pas celle d’un registre vide",
        "a checkpoint signs no event, and its root is not that of an empty log")
    case .otherRoot(let size):
      Wording(
        "les \(size) premiers événements ne sont pas ceux qu’un point de contrôle a signés",
        "the first \(size) events are not those that a checkpoint signed")
    }
  }
}

extension Contradiction {
  var wording: Wording { Wording(french, description) }

  private var french: String {
    guard let size else { return "le point de contrôle gardé n° \(number) n’en est pas un" }
    return "le point de contrôle gardé n° \(number) signe \(size) événements, "
      + (size > UInt64(found)
        ? "alors que le registre en a \(found)"
        : "alors que les \(size) premiers du registre en sont d’autres")
  }
}

extension GivenForm {
  /// What such a file does: to be said after its name.
  fileprivate var french: String {
    switch self {
    case .empty: "est vide"
    case .byteOrderMark:
      "commence par une marque d’ordre des octets (BOM) ; enregistrez en UTF-8 sans cette marque"
    case .utf16: "est en UTF-16 ; enregistrez en UTF-8"
    case .carriageReturns:
      "a des fins de ligne CRLF, comme Windows les écrit ; enregistrez avec des fins de ligne LF,"
        + " tel qu’il a été remis"
    case .checkpoint: "est un point de contrôle"
    case .verifierKey: "est une clé de vérification (vkey)"
    case .tlogProof: "est une preuve (tlog-proof)"
    case .exactCopy: "est une copie exacte d’un registre"
    }
  }
}

extension GivenFailure {
  var wording: Wording { Wording(french, description) }

  private var french: String {
    switch self {
    case .otherForm(let form, let expected):
      switch form {
      case .empty, .byteOrderMark, .utf16, .carriageReturns: form.french
      case .checkpoint, .verifierKey, .tlogProof, .exactCopy:
        form.french
          + (expected == .verifierKey
            ? ", et non une clé de vérification" : ", et non un point de contrôle")
      }
    case .unfinished:
      "le dernier saut de ligne manque : le fichier a été coupé, ou enregistré sans lui"
    case .note(let failure): "n’est pas un point de contrôle : \(failure.wording.french)"
    case .leadingZero: "la taille du point de contrôle, ligne 2, commence par un zéro"
    case .checkpoint(let failure): "n’est pas un point de contrôle : \(failure.wording.french)"
    case .key(let failure, let line): "ligne \(line) : \(failure.french)"
    }
  }
}

extension VerifierKeyFailure {
  fileprivate var french: String {
    switch self {
    case .malformed: "ce n’est pas une clé de vérification de la forme nom+id+base64"
    case .unknownAlgorithm(let type):
      "une clé de vérification de type \(type) ; seul le type 1 est connu"
    case .wrongID(let expected):
      "cette clé de vérification n’a pas le bon id : son nom et sa clé donnent \(expected)"
    case .notHashed(let failure): "la libcrypto du système a échoué : \(failure)"
    }
  }
}

extension CheckpointFailure {
  var wording: Wording {
    switch self {
    case .malformed(let line):
      Wording("la ligne \(line) du point de contrôle manque ou est mal formée", description)
    case .otherOrigin: Wording("le point de contrôle est celui d’un autre registre", description)
    case .note(let failure): failure.wording
    }
  }
}

extension NoteFailure {
  var wording: Wording { Wording(french, description) }

  private var french: String {
    switch self {
    case .tooLong(let limit): "la note dépasse \(limit) octets"
    case .notText: "la note n’est pas du texte UTF-8 simple en lignes entières"
    case .unsigned: "la note n’a pas de signatures après une ligne vide"
    case .malformedSignature(let number): "la signature \(number) de la note est mal formée"
    case .tooManySignatures(let limit): "la note a plus de \(limit) signatures"
    case .falseSignature(let name, let id): "la signature de \(name) (\(id)) est fausse"
    case .ambiguousKey(let name, let id): "deux clés connues différentes sont \(name) (\(id))"
    case .notSignedByKnownKey: "aucune clé connue n’a signé la note"
    case .unavailable(let failure): "la libcrypto du système a échoué : \(failure)"
    }
  }
}
