public import Events
public import TransparencyLog

// Failures of proofs, signed notes, checkpoints and verifier keys. A leaf is named by its position in the
// log, counted from 1.

extension ProofFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .noSuchLeaf(let index, let size):
      Text(
        "il n’y a pas de position \(index + 1) : le registre a \(Text.count(size, .entry).french)",
        "there is no position \(index + 1) among \(size) events")
    case .emptyTree:
      Text(
        "une taille de 1 au moins est attendue : rien ne se prouve d’un registre vide",
        "expected a size of 1 or more: nothing is proven of an empty log")
    case .shrinks(let from, let to):
      Text(
        "la première taille (\(from)) dépasse la seconde (\(to))",
        "the first size (\(from)) is above the second (\(to))")
    case .wrongLength(let expected, let found):
      Text(
        "la preuve a \(Text.count(found, .hash).french) ; ses tailles en demandent \(expected)",
        "the proof has \(found) hashes where its sizes take \(expected)")
    case .otherRoot:
      Text("la preuve mène à une autre racine", "the proof leads to another root")
    case .notHashed(let failure): failure.text
    }
  }
}

extension NoteFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .tooLong(let limit):
      Text(
        "la note dépasse \(Text.count(limit, .byte).french)",
        "the note is longer than \(limit) bytes")
    case .notText:
      Text(
        "la note n’est pas du texte UTF-8 simple en lignes entières",
        "the note is not plain UTF-8 text in whole lines")
    case .unsigned:
      Text(
        "la note n’a pas de signature après une ligne vide",
        "the note has no signature lines after an empty line")
    case .malformedSignature(let number):
      Text(
        "la signature \(number) de la note est mal formée",
        "the note's signature line \(number) is malformed")
    case .tooManySignatures(let limit):
      Text(
        "la note a trop de signatures (limite : \(limit))",
        "the note has more than \(limit) signatures")
    case .falseSignature(let name, let id):
      Text(
        "la signature de \(name) (\(id)) est fausse", "the signature of \(name) (\(id)) is false")
    case .ambiguousKey(let name, let id):
      Text(
        "deux clés connues différentes sont \(name) (\(id))",
        "two different known keys are \(name) (\(id))")
    case .notSignedByKnownKey:
      Text("aucune clé connue n’a signé la note", "no known key signed the note")
    case .unavailable(let failure): failure.text
    }
  }
}

extension CheckpointFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .malformed(let line):
      Text(
        "la ligne \(line) du point de contrôle manque ou est mal formée",
        "the checkpoint's line \(line) is malformed or missing")
    case .otherOrigin:
      Text(
        "le point de contrôle est celui d’un autre registre",
        "the checkpoint is that of another log")
    case .note(let failure): failure.text
    }
  }
}

extension VerifierKeyFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .malformed:
      Text(
        "ce n’est pas une clé de vérification de la forme `nom+id+base64`",
        "not a verifier key of the form name+id+base64")
    case .unknownAlgorithm(let type):
      Text(
        "une clé de vérification de type \(type) ; seul le type 1 est connu",
        "a verifier key of type \(type), where only type 1 is known")
    case .wrongID(let expected):
      Text(
        "cette clé de vérification n’a pas le bon identifiant : son nom et sa clé donnent \(expected)",
        "the verifier key's name and key have the id \(expected)")
    case .notHashed(let failure): failure.text
    }
  }
}

extension TlogProofFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .tooLong(let limit):
      Text(
        "la preuve dépasse \(Text.count(limit, .byte).french)",
        "the proof is longer than \(limit) bytes")
    case .unknownForm:
      Text(
        "ce n’est pas une preuve de la forme c2sp.org/tlog-proof@v1",
        "not a proof of the form c2sp.org/tlog-proof@v1")
    case .malformed(let line):
      Text(
        "la ligne \(line) de la preuve manque ou est mal formée",
        "the proof's line \(line) is malformed or missing")
    case .tooManyHashes(let limit):
      Text(
        "la preuve a trop d’empreintes (limite : \(limit))",
        "the proof has more than \(limit) hashes")
    case .checkpoint(let failure): failure.text
    case .inclusion(let failure): failure.text
    }
  }
}
