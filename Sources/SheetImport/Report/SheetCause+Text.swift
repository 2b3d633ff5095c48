public import AcquisLedger
public import Events

extension SheetCause: TextConvertible {
  /// The sentence of the report and of the column *à corriger*; names nobody.
  public var text: Text {
    switch self {
    case .word(let word, let heading, let isLeftOut):
      isLeftOut
        ? Text("mot laissé de côté « \(word) »", "word left out “\(word)”").under(heading)
        : Text("mot non reconnu « \(word) »", "unknown word “\(word)”").under(heading)
    case .blank(let heading):
      Text("case vide, de sens inconnu", "a blank of unknown meaning").under(heading)
    case .notADay(let heading): Text("jour illisible", "no day").under(heading)
    case .ambiguousDay(let heading):
      Text(
        "jour ambigu, dont le plan ne dit pas la forme",
        "ambiguous day, whose form the plan does not say"
      ).under(heading)
    case .futureDay(let heading): Text("jour à venir", "a day to come").under(heading)
    case .notAMark(let heading): Text("note illisible", "no mark").under(heading)
    case .notHours(let heading):
      Text("nombre d’heures illisible", "no number of hours").under(heading)
    case .hoursWithoutEnd(let heading):
      Text(
        "heures sans jour de fin de formation : non enregistrées",
        "hours without the day on which the training ended: not recorded"
      ).under(heading)
    case .textTooLong(let heading):
      Text(
        "texte de plus de 2 000 caractères : non enregistré",
        "a text of more than 2,000 characters: not recorded"
      ).under(heading)
    case .notANumber(let heading): Text("nombre illisible", "no number").under(heading)
    case .notABlock(let heading):
      Text("bloc inconnu de la certification", "no block of the certification").under(heading)
    case .identity(let defect): defect.text
    case .noBirthDate: Text("date de naissance : manque", "birth date: missing")
    case .incompleteBirthDate: Text("date de naissance : incomplète", "birth date: incomplete")
    case .noBirthPlace:
      Text(
        "lieu de naissance : son code postal ou INSEE manque",
        "birth place: its postal or INSEE code is missing")
    case .postalCodeDigits:
      Text("code postal : un chiffre manque", "postal code: a digit is missing")
    case .noName: Text("nom de naissance : manque", "birth name: missing")
    case .noFirstName: Text("prénom : manque", "first name: missing")
    case .noSession: Text("jour de la session : manque", "the session’s day: missing")
    case .noCertification: Text("certification : manque", "certification: missing")
    case .noPathway: Text("voie : manque", "pathway: missing")
    case .exactDouble: Text("ligne en double exact", "the same row again")
    case .samePerson:
      Text("même personne, écrite autrement", "the same person, written otherwise")
    case .toConfirm: Text("personne à confirmer", "person to be confirmed")
    case .contradiction(let heading):
      Text(
        "deux lignes de la même personne diffèrent, la plus complète compte",
        "two rows of one person differ, the more complete one counts"
      ).under(heading)
    case .namesPerson(let heading):
      Text(
        "nom du candidat, laissé de côté car ce champ reste lisible",
        "the candidate’s name, left out because this field stays in clear"
      ).under(heading)
    case .awardedWithoutBlocks:
      Text(
        "certification délivrée, mais un bloc n’est pas validé ou reste inconnu",
        "certification awarded, but a block is not validated or is unknown")
    case .awardedWithoutNumber:
      Text(
        "certification délivrée sans numéro de certificat",
        "certification awarded without a certificate’s number")
    case .numberWithoutAward:
      Text(
        "numéro de certificat sans certification délivrée",
        "a certificate’s number without an award")
    case .numberTwice:
      Text("numéro de certificat donné deux fois", "a certificate’s number given twice")
    case .decidedTwice:
      Text(
        "un bloc a deux décisions différentes à la même session : aucune n’est reprise",
        "a block has two different decisions in one session: neither is imported")
    case .absentBesideDecision:
      Text(
        "absent pour un bloc, décidé sur un autre par le même jury : absence non enregistrée",
        "absent for a block, decided on another by the same jury: no absence recorded")
    case .differsFromRecorded:
      Text(
        "diffère de ce qui est enregistré hors reprise : non corrigé",
        "differs from what was recorded other than by an import: not corrected")
    case .noLongerSaid:
      Text(
        "enregistré par une reprise, n’est plus dans la feuille : laissé tel quel",
        "recorded by an import, no longer in the sheet: left as it is")
    case .erased: Text("personne effacée", "person erased")
    }
  }
}

extension Text {
  /// This text with a column's heading before it.
  fileprivate func under(_ heading: String) -> Text {
    let heading = Shown.onOneLine(heading)
    return Text("\(heading) : \(french)", "\(heading): \(english)")
  }
}
