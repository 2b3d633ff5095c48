internal import Events

extension ChangeText {
  /// A member of an answer in words; its name in JSON where it has no other.
  static func label(_ name: String) -> Text {
    labels[name] ?? Text(verbatim: name)
  }

  private static let labels: [String: Text] = [
    // Candidacies.
    "candidate": Text("candidat", "candidate"),
    "certification": Text("certification", "certification"),
    "pathway": Text("voie", "pathway"),
    "status": Text("état", "status"),
    "tacit": Text("décision tacite", "tacit decision"),
    "targetReached": Text("blocs visés tous acquis", "targets all held"),
    "awaitingJury": Text("décision de jury attendue", "jury’s decision awaited"),
    "window": Text("délai", "window"),
    "declaration": Text("déclaration", "declaration"),
    "certificate": Text("certificat", "certificate"),
    "certificates": Text("certificats", "certificates"),
    "leftBehind": Text("blocs non repris", "blocks left behind"),
    "waivers": Text("dérogations", "waivers"),
    "because": Text("entrées qui fondent l’état", "entries that the status rests on"),
    "deceasedOn": Text("décès", "death"),
    // Persons.
    "mergedInto": Text("même personne que", "same person as"),
    "erased": Text("effacement (position)", "erasure (position)"),
    // Juries.
    "sessionOn": Text("session", "session"),
    "sessionTo": Text("dernier jour de session", "last day of session"),
    "mode": Text("forme de la session", "mode of session"),
    "place": Text("lieu", "place"),
    "members": Text("membres", "members"),
    "formerMembers": Text("membres remplacés", "members replaced"),
    "compositionKnown": Text("composition connue", "composition known"),
    "present": Text("présents", "present"),
    "sittings": Text("jours de session tenus", "sittings"),
    "composition": Text("composition", "composition"),
    "minutes": Text("procès-verbaux", "minutes"),
    // Certifications and their figures.
    "position": Text("référentiel (position)", "framework (position)"),
    "registration": Text("enregistrement", "registration"),
    "registeredUntil": Text("échéance", "registered until"),
    "lastDeliveryOn": Text("dernière délivrance", "last delivery"),
    "suspendedOn": Text("suspension", "suspended on"),
    "completionWindow": Text("délai pour compléter", "completion window"),
    "blockValidity": Text("validité d’un bloc", "validity of a block"),
    "juries": Text("composition des jurys", "composition of juries"),
    "successions": Text("versions et correspondances", "versions and correspondences"),
    "candidacies": Text("candidatures", "candidacies"),
    "byStatus": Text("candidatures par état", "candidacies by status"),
    "byPathway": Text("candidatures par voie", "candidacies by pathway"),
    "openWindows": Text("délais ouverts", "open windows"),
    "declarationsDue": Text("déclarations dues", "declarations owed"),
  ]
}

/// What of an identity was corrected, with the texts before and after.
enum IdentityChangeText {
  static func text(_ before: Identity, _ after: Identity) -> Text {
    func names(_ identity: Identity) -> String {
      identity.firstNames.elements.map(\.text).joined(separator: " ")
    }
    let fields: [(Text, String?, String?)] = [
      (Text("nom de naissance", "birth name"), before.birthName.text, after.birthName.text),
      (Text("nom d’usage", "usage name"), before.usageName?.text, after.usageName?.text),
      (Text("prénoms", "first names"), names(before), names(after)),
    ]
    var changed = fields.filter { $0.1 != $0.2 }.map { label, old, new in
      let none = Text("rien", "none")
      let (old, new) = (
        old.map { Text(verbatim: Shown.onOneLine($0)) } ?? none,
        new.map { Text(verbatim: Shown.onOneLine($0)) } ?? none
      )
      return Text(
        "\(label.french) corrigé, \(old.french) → \(new.french)",
        "\(label.english) corrected, \(old.english) → \(new.english)")
    }
    if before.birthDate != after.birthDate {
      changed.append(Text("date de naissance corrigée", "birth date corrected"))
    }
    if before.sex != after.sex { changed.append(Text("sexe corrigé", "sex corrected")) }
    if before.birthPlace != after.birthPlace {
      changed.append(Text("lieu de naissance corrigé", "place of birth corrected"))
    }
    if before.email != after.email {
      changed.append(Text("adresse de courriel corrigée", "e-mail address corrected"))
    }
    return changed.isEmpty
      ? Text("identité enregistrée de nouveau", "identity recorded again")
      : changed.joined(separator: ", ")
  }
}
