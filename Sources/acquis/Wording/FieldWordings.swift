internal import Events

// The table of a type's fields as people read it.

extension Field {
  /// Its form, whether it must be there, whether it is sealed.
  var wording: Wording {
    let parts = [form.wording, presence.wording] + (form.sealWording.map { [$0] } ?? [])
    return Wording(
      parts.map(\.french).joined(separator: " ; "),
      parts.map(\.english).joined(separator: "; "))
  }
}

extension Field.Presence {
  var wording: Wording {
    switch self {
    case .required: Wording("obligatoire", "required")
    case .optional: Wording("facultatif", "optional")
    case .nullable: Wording("obligatoire, peut être null", "required, may be null")
    case .alternative(let other):
      Wording("l’un des deux, ou \(other)", "one of the two, or \(other)")
    }
  }
}

extension FieldForm {
  var wording: Wording {
    switch self {
    case .identifier(let kind, let sample):
      Wording("identifiant (\(kind)), comme \(sample)", "\(kind) id, as \(sample)")
    case .eventID: Wording("identifiant d’une entrée (UUID)", "an entry's id (UUID)")
    case .subject: Wording("sujet, comme candidacy:ID", "subject, as candidacy:ID")
    case .day: Wording("jour, AAAA-MM-JJ", "day, YYYY-MM-DD")
    case .birthDate: Wording("AAAA, AAAA-MM ou AAAA-MM-JJ", "YYYY, YYYY-MM or YYYY-MM-DD")
    case .siret: Wording("SIRET, 14 chiffres", "SIRET, 14 digits")
    case .wholeNumber: FieldKind.wholeNumber.wording
    case .boolean: FieldKind.boolean.wording
    case .word(_, let allowed):
      Wording(
        "un mot parmi : \(allowed.joined(separator: ", "))",
        "one of: \(allowed.joined(separator: ", "))")
    case .text, .recordedText, .sealed(.text): FieldKind.text.wording
    case .sealed(.identity): Wording("identité", "identity")
    case .sealed(.memberName): Wording("nom du membre", "the member's name")
    case .list(let element):
      Wording("liste ; \(element.wording.french)", "list; \(element.wording.english)")
    case .object: FieldKind.object.wording
    }
  }

  /// Whether the log holds it sealed; nil where it does not.
  fileprivate var sealWording: Wording? {
    switch self {
    case .sealed(.text), .sealed(.identity):
      Wording("scellé sous la clé de la personne", "sealed under the person's key")
    case .sealed(.memberName):
      Wording("scellé sous la clé du membre", "sealed under the member's key")
    case .recordedText:
      Wording("scellé s’il concerne une personne", "sealed where it is about a person")
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .wholeNumber, .boolean,
      .word, .text, .list, .object:
      nil
    }
  }
}

extension FieldKind {
  var wording: Wording {
    switch self {
    case .text: Wording("un texte", description)
    case .wholeNumber: Wording("un nombre entier", description)
    case .boolean: Wording("true ou false", description)
    case .list: Wording("une liste", description)
    case .object: Wording("un objet", description)
    case .exactly(let word): Wording(word, word)
    }
  }
}
