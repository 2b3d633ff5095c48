public import Events

// Failures of exact copies, of the checkpoints that they are compared with, and of supplied files.

extension CopyFailure: TextConvertible {
  public var text: Text { problem.text }
}

extension CopyFailure.Problem: TextConvertible {
  public var text: Text {
    switch self {
    case .reading(let failure): failure.text
    case .position(let expected):
      Text(
        "la position \(expected) était attendue ici", "position \(expected) was expected here")
    case .wrongFormat(.empty):
      Text(
        "est vide : la copie a été coupée avant sa première ligne",
        "is empty: the copy was cut before its first line")
    case .wrongFormat(let form):
      [.carriageReturns, .utf16].contains(form)
        ? form.text
        : Text(
          "\(form.text.french), et non une copie exacte", "\(form.text.english), not an exact copy")
    case .notALine:
      Text("n’est pas une ligne de copie exacte", "is no line of an exact copy")
    case .cut:
      Text(
        "la copie est coupée ici : sa dernière ligne manque",
        "the copy is cut here: its last line is missing")
    case .tooLong(let limit):
      Text("dépasse \(Text.count(limit, .byte).french)", "is longer than \(limit) bytes")
    case .afterTheEnd:
      Text(
        "quelque chose suit la dernière ligne de la copie", "something follows the copy’s last line"
      )
    case .unsupportedVersion(let found, let known):
      Text(
        "le format de la copie est \(found), et non celui de ce programme (\(known))",
        "the copy’s format is \(found), not this program’s (\(known))")
    case .otherSize(let stated, let found):
      Text(
        "la ligne annonce \(Text.count(stated, .entry).french) ; avant elle : \(found)",
        "the line states \(stated) events, \(found) come before it")
    case .note(let failure): failure.text
    }
  }
}

extension RequiredCheckpoints.Failure: TextConvertible {
  public var text: Text {
    switch self {
    case .unverified(let failure): failure.text
    case .beyondTheLog(let size, let last):
      Text(
        "un point de contrôle signe \(Text.count(size, .entry).french) ; la copie en a \(last)",
        "a checkpoint signs \(size) events, the copy has \(last)")
    case .otherRoot(size: 0):
      Text(
        "un point de contrôle ne signe aucune entrée, et sa racine n’est pas celle d’un registre vide",
        "a checkpoint signs no event, and its root is not that of an empty log")
    case .otherRoot(let size):
      Text(
        "le début de la copie, jusqu’à la position \(size), n’est pas ce qu’un point de contrôle a signé",
        "the first \(size) events are not those that a checkpoint signed")
    }
  }
}

extension Contradiction: TextConvertible {
  public var text: Text {
    guard let size else {
      return Text(
        "le point de contrôle gardé n° \(number) n’en est pas un",
        "stored checkpoint \(number) is not a checkpoint")
    }
    let isLonger = size > UInt64(found)
    return Text(
      "le point de contrôle gardé n° \(number) signe \(Text.count(size, .entry).french), "
        + (isLonger
          ? "alors que le registre en a \(found)"
          : "alors que le début du registre en est un autre"),
      "stored checkpoint \(number) signs \(size) events, "
        + (isLonger ? "and the log has \(found)" : "and the log begins otherwise"))
  }
}

extension FileFormat: TextConvertible {
  /// The end of a sentence that begins with the file's name.
  public var text: Text {
    switch self {
    case .empty: Text("est vide", "is empty")
    case .byteOrderMark:
      Text(
        "commence par une marque d’ordre des octets (BOM) ; enregistrez en UTF-8 sans cette marque",
        "begins with a byte-order mark; save it as UTF-8 without one")
    case .utf16:
      Text("est en UTF-16 ; enregistrez en UTF-8", "is UTF-16; save it as UTF-8")
    case .carriageReturns:
      Text(
        "a des fins de ligne CRLF, comme Windows les écrit ; enregistrez avec des fins de ligne LF,"
          + " comme le fichier a été remis",
        "has CRLF line ends, as Windows writes them; save it with LF line ends, as it was handed out"
      )
    case .checkpoint: Text("est un point de contrôle", "is a checkpoint")
    case .verifierKey:
      Text("est une clé de vérification (vkey)", "is a verifier key (vkey)")
    case .tlogProof: Text("est une preuve (tlog-proof)", "is a proof (tlog-proof)")
    case .exactCopy:
      Text("est une copie exacte d’un registre", "is an exact copy of a log")
    }
  }
}

extension SuppliedFileFailure: TextConvertible {
  public var text: Text {
    switch self {
    case .wrongFormat(let form, let expected):
      switch form {
      case .empty, .byteOrderMark, .utf16, .carriageReturns: form.text
      case .checkpoint, .verifierKey, .tlogProof, .exactCopy:
        expected == .verifierKey
          ? Text(
            "\(form.text.french), et non une clé de vérification",
            "\(form.text.english), not a verifier key")
          : Text(
            "\(form.text.french), et non un point de contrôle",
            "\(form.text.english), not a checkpoint")
      }
    case .unfinished:
      Text(
        "le dernier saut de ligne manque : le fichier a été coupé, ou enregistré sans lui",
        "its last newline is missing: it was cut, or saved without it")
    case .note(let failure): Self.notACheckpoint(failure.text)
    case .leadingZero:
      Text(
        "la taille du point de contrôle, ligne 2, commence par un zéro",
        "the checkpoint's size, on line 2, has a leading zero")
    case .checkpoint(let failure): Self.notACheckpoint(failure.text)
    case .key(let failure, let line):
      Text(
        "ligne \(line) : \(failure.text.french)", "line \(line): \(failure.text.english)")
    }
  }

  private static func notACheckpoint(_ reason: Text) -> Text {
    Text(
      "n’est pas un point de contrôle : \(reason.french)", "not a checkpoint: \(reason.english)")
  }
}
