public import Events

// What an identity must be before it is sealed.

extension IdentityDefect: TextConvertible {
  /// What was expected; never what was given.
  public var text: Text {
    switch self {
    case .name:
      Text(
        "un nom est attendu : 60 caractères au plus, sans caractère de commande, pas tous des blancs",
        "expected a name of at most 60 characters, without a control character, not all blank")
    case .birthDay:
      Text(
        "une naissance est attendue entre 1900 et le jour de l’enregistrement",
        "expected a birth from 1900 on, not after the day of recording")
    case .inseeCode:
      Text(
        "un code INSEE est attendu : 5 chiffres, ou 2A ou 2B et 3 chiffres ; pour un pays, 99 et 3 "
          + "chiffres, avec `birthPlace.label`",
        "expected an INSEE code: 5 digits, or 2A or 2B and 3 digits; for a country 99 and 3 digits, "
          + "with birthPlace.label")
    case .placeAbroad:
      Text(
        "un code de pays (99…) demande le nom du lieu, `birthPlace.label`",
        "the code of a country (99…) needs the name of the place, birthPlace.label")
    case .postalCode:
      Text(
        "un code postal est attendu, de 1 à 9 caractères ; né à l’étranger : `inseeCode=99` et 3 chiffres",
        "expected a postal code of 1 to 9 characters; born abroad: inseeCode=99 and 3 digits")
    case .countryCode:
      Text(
        "un code de pays est attendu, 3 chiffres (les derniers du code INSEE 99…)",
        "expected a country code, 3 digits (the last of the INSEE code 99…)")
    case .email:
      Text("une adresse est attendue, avec un seul @", "expected an address with one @")
    }
  }
}
