internal import CanonicalJSON
internal import Exchange
internal import Transparency

// What is wrong with an exact copy or a checkpoint, in both languages.

extension CopyFailure.Problem {
  var wording: Wording {
    switch self {
    case .reading(let failure): failure.wording
    case .position(let expected):
      Wording("la position \(expected) était attendue ici", description)
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
    case .otherRoot(let size):
      Wording(
        "les \(size) premiers événements ne sont pas ceux qu’un point de contrôle a signés",
        "the first \(size) events are not those that a checkpoint signed")
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
