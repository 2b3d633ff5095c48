public import Events

// The table of a type's fields as people read it.

extension Field: TextConvertible {
  /// Its form, whether it is required, and whether it is sealed.
  public var text: Text {
    let parts = [form.text, presence.text] + (form.sealing.map { [$0] } ?? [])
    return Text(
      parts.map(\.french).joined(separator: " ; "),
      parts.map(\.english).joined(separator: "; "))
  }
}

extension Field.Presence: TextConvertible {
  public var text: Text {
    switch self {
    case .required: Text("obligatoire", "required")
    case .optional: Text("facultatif", "optional")
    case .requiredUnlessErased:
      Text("obligatoire, sauf après l’effacement", "required, except after the erasure")
    case .requiredUnlessImported:
      Text("obligatoire, sauf à l’import", "required, except on import")
    case .nullable: Text("obligatoire, peut être `null`", "required, may be null")
    case .alternative(let other):
      Text("l’un des deux, ou \(other)", "one of the two, or \(other)")
    }
  }
}

extension FieldForm: TextConvertible {
  public var text: Text {
    switch self {
    case .identifier(let kind, let sample):
      Text(
        "\(KindPhrases.id(kind).french), comme \(sample)",
        "\(KindPhrases.id(kind).english), as \(sample)")
    case .eventID: Text("identifiant d’une entrée (UUID)", "an entry's id (UUID)")
    case .subject: Text("sujet, comme `candidacy:ID`", "subject, as candidacy:ID")
    case .day: Text("jour, AAAA-MM-JJ", "day, YYYY-MM-DD")
    case .birthDate: Text("AAAA, AAAA-MM ou AAAA-MM-JJ", "YYYY, YYYY-MM or YYYY-MM-DD")
    case .siret: Text("SIRET, 14 chiffres", "SIRET, 14 digits")
    case .certificateNumber:
      Text(
        "numéro tel qu’il est imprimé, de 1 à 64 caractères",
        "number as it is printed, 1 to 64 characters")
    case .characters(let least, let most):
      least == most
        ? .count(most, .character)
        : Text(
          "de \(least) à \(Text.count(most, .character).french)",
          "\(least) to \(Text.count(most, .character).english)")
    case .wholeNumber: FieldKind.wholeNumber.text
    case .boolean: FieldKind.boolean.text
    case .word(_, let allowed):
      Text(
        "un mot parmi : \(allowed.joined(separator: ", "))",
        "one of: \(allowed.joined(separator: ", "))")
    case .text, .recordedText, .sealed(.text): FieldKind.text.text
    case .sealed(.identity): Text("identité", "identity")
    case .sealed(.memberName): Text("nom du membre", "the member's name")
    case .list(let element):
      Text("liste ; \(element.text.french)", "list; \(element.text.english)")
    case .object: FieldKind.object.text
    }
  }

  /// When the log stores it sealed; nil if never.
  fileprivate var sealing: Text? {
    switch self {
    case .sealed(.text), .sealed(.identity):
      Text("scellé sous la clé de la personne", "sealed under the person's key")
    case .sealed(.memberName):
      Text("scellé sous la clé du membre", "sealed under the member's key")
    case .recordedText:
      Text("scellé s’il concerne une personne", "sealed where it is about a person")
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean,
      .word, .text, .list, .object:
      nil
    }
  }
}

extension FieldKind: TextConvertible {
  public var text: Text {
    switch self {
    case .text: Text("un texte", "a text")
    case .wholeNumber: Text("un nombre entier", "a whole number")
    case .boolean: Text("oui ou non, `true` ou `false`", "true or false")
    case .list: Text("une liste", "a list")
    case .object: Text("un groupe de champs", "an object")
    case .exactly(let word): Text(verbatim: word)
    }
  }
}
