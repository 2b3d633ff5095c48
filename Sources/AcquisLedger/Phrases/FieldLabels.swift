public import Events

/// What the fields of an entry are called for people.
public enum FieldLabels {
  /// The label of a field; the field's own name where it has none.
  public static func label(_ field: String) -> Text {
    labels[field] ?? Text(verbatim: field)
  }

  /// A field and what is said of it; the last part of the field's path is named.
  public static func line(_ field: String, _ text: Text) -> Text {
    let label = label(field.split(separator: ".").last.map(String.init) ?? field)
    return Text("\(label.french) : \(text.french)", "\(label.english): \(text.english)")
  }

  /// A value as words: a closed word is said in the language, anything else as it was recorded.
  public static func value(_ value: JSONValue, of field: String) -> Text {
    switch value {
    case .null: Text("non", "none")
    case .boolean(let isTrue): isTrue ? Text("oui", "yes") : Text("non", "no")
    case .integer(let number): Text(verbatim: String(number))
    case .string(let text): word(text, of: field)
    case .list(let values):
      values.map { Self.value($0, of: field) }.joined(separator: ", ")
    case .object(let members):
      members.map { member in
        let (name, value) = (label(member.name), Self.value(member.value, of: member.name))
        return Text("\(name.french) : \(value.french)", "\(name.english): \(value.english)")
      }.joined(separator: " ; ")
    }
  }

  private static func word(_ text: String, of field: String) -> Text {
    let found: Text? =
      switch field {
      case "pathway": Pathway(rawValue: text)?.text
      case "public": Audience(rawValue: text)?.text
      case "modality": Modality(rawValue: text)?.text
      case "basis": recognitions[text]
      case "outcome", "kind", "after": words[text]
      case "sex": sexes[text]
      default: (try? CalendarDate(text))?.text
      }
    return found ?? Text(verbatim: text)
  }

  private static let sexes = [
    "F": Text("féminin", "female"), "M": Text("masculin", "male"),
  ]

  private static let recognitions = [
    "permanent": Text("bloc acquis sans limite", "block held without limit"),
    "correspondence": Text("correspondance", "correspondence"),
    "document": Text("document", "document"), "equivalence": Text("équivalence", "equivalence"),
  ]

  private static let words = [
    "acquired": Text("acquise", "acquired"), "notAcquired": Text("non acquise", "not acquired"),
    "accepted": Text("acceptée", "accepted"), "rejected": Text("rejetée", "rejected"),
    "stands": Text("décision maintenue", "the decision is upheld"),
    "falls": Text("décision annulée sur recours", "the decision is overturned"),
    "admissibility": Text("recevabilité", "admissibility"),
    "validation": Text("validation", "validation"),
    "problemSituation": Text("situation-problème", "problem situation"),
    "sixMonths": Text("six mois", "six months"), "twoYears": Text("deux ans", "two years"),
  ]

  private static let labels = [
    "adjusted": Text("parcours adapté", "path adapted"),
    "admissible": Text("recevable", "admissible"), "after": Text("après", "after"),
    "assessor": Text("évaluateur", "assessor"),
    "authority": Text("accordée par", "granted by"), "basis": Text("fondement", "basis"),
    "birthDate": Text("date de naissance", "birth date"),
    "birthName": Text("nom de naissance", "birth name"),
    "birthPlace": Text("lieu de naissance", "place of birth"), "block": Text("bloc", "block"),
    "blocks": Text("blocs", "blocks"), "candidacy": Text("candidature", "candidacy"),
    "candidate": Text("personne", "person"),
    "centreHours": Text("heures en centre", "hours in the centre"),
    "centreMinutes": Text("minutes en centre", "minutes in the centre"),
    "certification": Text("certification", "certification"),
    "claims": Text("blocs déclarés acquis", "blocks claimed"),
    "companyHours": Text("heures en entreprise", "hours in a company"),
    "companyMinutes": Text("minutes en entreprise", "minutes in a company"),
    "competency": Text("compétence", "competency"), "completes": Text("complète", "completes"),
    "countryCode": Text("pays", "country"),
    "decisionOn": Text("jour de la décision", "day of the decision"),
    "document": Text("document", "document"),
    "email": Text("adresse électronique", "e-mail"),
    "employed": Text("en emploi", "employed"), "employer": Text("employeur", "employer"),
    "event": Text("entrée", "entry"), "evidence": Text("justificatif", "evidence"),
    "excused": Text("excusée", "excused"), "favourable": Text("favorable", "favourable"),
    "firstNames": Text("prénoms", "first names"), "flow": Text("flux", "flow"),
    "grounds": Text("motif", "grounds"), "identity": Text("identité", "identity"),
    "inTargetOccupation": Text("dans le métier visé", "in the target occupation"),
    "inseeCode": Text("code INSEE", "INSEE code"),
    "interviewers": Text("entretien mené par", "interviewers"),
    "into": Text("réunie à", "merged into"), "jury": Text("jury", "jury"),
    "kind": Text("dossier", "dossier"), "label": Text("lieu", "place"),
    "member": Text("membre du jury", "jury member"),
    "members": Text("membres", "members"),
    "modality": Text("modalité", "modality"), "note": Text("note", "note"),
    "number": Text("numéro", "number"), "outcome": Text("issue", "outcome"),
    "on": Text("jour", "day"), "passed": Text("réussi", "passed"),
    "pathway": Text("voie d’accès", "pathway"),
    "postalCode": Text("code postal", "postal code"),
    "prerequisite": Text("prérequis", "prerequisite"),
    "public": Text("public", "public"),
    "recommendation": Text("recommandation", "recommendation"),
    "replacedBy": Text("remplacée par", "replaced by"),
    "replaces": Text("remplace", "replaces"), "results": Text("résultats", "results"),
    "satisfied": Text("satisfait", "satisfied"),
    "sessionOn": Text("session", "session"),
    "sessionTo": Text("fin de session", "end of the session"), "sex": Text("sexe", "sex"),
    "certifiers": Text("certificateurs", "certifiers"),
    "correspondences": Text("correspondances", "correspondences"),
    "mode": Text("déroulement", "mode"), "name": Text("nom", "name"),
    "organisation": Text("organisme", "organisation"),
    "place": Text("lieu", "place"), "reason": Text("motif", "reason"),
    "role": Text("rôle", "role"), "signatories": Text("signataires", "signatories"),
    "site": Text("lieu de formation", "training site"), "source": Text("source", "source"),
    "subjects": Text("concerne", "concerns"), "targets": Text("blocs visés", "blocks targeted"),
    "to": Text("organisme d’accueil", "receiving body"), "until": Text("jusqu’au", "until"),
    "usageName": Text("nom d’usage", "usage name"),
    "validUntil": Text("valable jusqu’au", "valid until"),
    "validatedOn": Text("validé le", "validated on"),
    "without": Text("sans", "without"),
  ]
}
