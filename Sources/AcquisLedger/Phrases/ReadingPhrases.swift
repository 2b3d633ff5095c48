public import Events

// Why a value, a line or an event is malformed.

extension InvalidValue: TextConvertible {
  /// What was expected; never the text that was given, which may be about a person.
  public var text: Text {
    switch self {
    case .identifier(let kind):
      Text(
        "un \(KindPhrases.id(kind).french) est attendu : 1 à 64 caractères parmi A-Z a-z 0-9 . _ -"
          + (kind == RecorderKind.name ? " :" : ""),
        "expected a \(kind) id: 1 to 64 characters of A-Z a-z 0-9 . _ -"
          + (kind == RecorderKind.name ? " :" : ""))
    case .day:
      Text(
        "un jour du calendrier est attendu, écrit AAAA-MM-JJ",
        "expected a day of the calendar written YYYY-MM-DD")
    case .instant:
      Text(
        "un instant UTC est attendu, écrit AAAA-MM-JJThh:mm:ss.ssssssZ",
        "expected a UTC instant written YYYY-MM-DDThh:mm:ss.ssssssZ")
    case .eventID: Text("un UUID est attendu", "expected a UUID")
    case .entryID:
      Text("un UUID de version 7 ou 8 est attendu", "expected a UUID of version 7 or 8")
    case .birthDate:
      Text(
        "une date de naissance est attendue, écrite AAAA, AAAA-MM ou AAAA-MM-JJ",
        "expected a birth date written YYYY, YYYY-MM or YYYY-MM-DD")
    case .textTooLong(let limit):
      Text(
        "un texte d’au plus \(Text.count(limit, .character).french) est attendu",
        "expected a text of at most \(limit) characters")
    case .count:
      Text(
        "un nombre entier de 0 à 9007199254740991 est attendu",
        "expected a whole number from 0 to 9007199254740991")
    case .emptyList:
      Text(
        "une liste d’au moins un élément est attendue",
        "expected a list of at least one element")
    case .word(let kind, let allowed):
      Text(
        "\(KindPhrases.word(kind).french) : un mot est attendu parmi : \(allowed.joined(separator: ", "))",
        "expected a \(kind), one of: \(allowed.joined(separator: ", "))")
    case .siret: Text("un SIRET est attendu, 14 chiffres", "expected a SIRET, 14 digits")
    case .certificateNumber:
      Text(
        "un numéro de certificat est attendu, tel qu’il est imprimé : 1 à 64 caractères, sans caractère de contrôle ni espace au début ou à la fin",
        "expected a certificate number as it is printed: 1 to 64 characters, without a control character or a space at either end"
      )
    case .minutes:
      Text("des minutes sont attendues, de 1 à 59", "expected minutes from 1 to 59")
    case .years:
      Text("un nombre d’années de 1 à 99 est attendu", "expected a number of years from 1 to 99")
    case .characters(let least, let most):
      least == most
        ? Text(
          "un texte de \(Text.count(most, .character).french) est attendu",
          "expected a text of \(most) characters")
        : Text(
          "un texte de \(least) à \(Text.count(most, .character).french) est attendu",
          "expected a text of \(least) to \(most) characters")
    case .rule: Text("une règle est attendue, R01 à R99", "expected a rule, R01 to R99")
    case .edition:
      Text("une édition est attendue, comme 2026-2", "expected an edition such as 2026-2")
    case .subject:
      Text(
        "un sujet est attendu, comme `candidacy:ID` (`candidate`, `candidacy`, `certification`, "
          + "`jury`, `certificate`, `certifier`, `member`)",
        "expected a subject such as candidacy:ID"
          + " (candidate, candidacy, certification, jury, certificate, certifier, member)")
    case .sealed:
      Text(
        "un texte scellé est attendu (base64 d’un nonce de 12 octets et du texte qu’il scelle)",
        "expected a sealed text (base64 of a 12-byte nonce and of its cipher text)")
    case .identity(let defect): defect.text
    }
  }
}

extension ReadingFailure: TextConvertible {
  public var text: Text { problem.text.of(field: field.isEmpty ? nil : field) }
}

extension ReadingFailure.Problem: TextConvertible {
  public var text: Text {
    switch self {
    case .byteOrderMark:
      Text(
        "commence par une marque d’ordre des octets ; enregistrez en UTF-8 sans cette marque",
        "starts with a byte-order mark; save it as UTF-8 without one")
    case .notUTF8:
      Text("n’est pas de l’UTF-8 ; enregistrez en UTF-8", "is not UTF-8; save it as UTF-8")
    case .syntax(let expected, let byte):
      Text(
        "n’est pas du JSON, à l’octet \(byte)",
        "is not JSON: expected \(expected) at byte \(byte)")
    case .trailingBytes(let byte):
      Text(
        "quelque chose suit l’objet, à l’octet \(byte)",
        "something follows the object, at byte \(byte)")
    case .tooDeep: Text("trop de niveaux imbriqués", "is nested too deeply")
    case .duplicateField: Text("figure deux fois", "appears twice")
    case .floatingPoint:
      Text(
        "un nombre à virgule ou à exposant ; seuls les entiers sont enregistrés",
        "a number with a fraction or an exponent; only integers are recorded")
    case .integerOutOfRange:
      Text("un entier au-delà de ±9007199254740991", "an integer beyond ±9007199254740991")
    case .loneSurrogate:
      Text("la moitié d’une paire de substitution", "half of a surrogate pair")
    case .notCanonical(let byte):
      Text(
        "n’est pas sous forme canonique à l’octet \(byte)",
        "is not in canonical form at byte \(byte)")
    case .missing: Text("manque", "is missing")
    case .repeated: Text("figure deux fois dans la liste", "is in the list twice")
    case .beforeItsDay:
      Text("précède le jour du fait", "comes before the day of the fact")
    case .contradicts(let field):
      Text("contredit le champ \(field)", "contradicts the field \(field)")
    case .unknownField:
      Text("n’est pas un champ de ce type d’entrée", "is not a field of this event")
    case .wrongKind(let kind):
      Text(
        "valeur d’une autre sorte ; attendu : \(kind.text.french)",
        "expected \(kind.text.english)")
    case .invalid(let value): value.text
    case .unknownType(let name):
      Text("type d’entrée inconnu : \(name)", "unknown event type \(name)")
    case .unknownSchema(let type, let number):
      Text(
        "forme \(number) inconnue pour une entrée `\(type.rawValue)`",
        "unknown schema \(number) of \(type.rawValue)")
    case .tooLong(let limit):
      Text(
        "dépasse la taille admise (\(Text.count(limit, .byte).french))",
        "is longer than the \(limit) bytes an event may have")
    case .givenByTheLedger:
      Text(
        "est donné par le registre ; ne l’écrivez pas",
        "is given by the ledger; leave it out")
    case .wronglySealed:
      Text(
        "un texte qui concerne une personne est scellé ; un texte qui n’en concerne aucune est en clair",
        "a text about a person is sealed; one about nobody is in clear")
    }
  }
}
