public import Events

/// What keeps a letter from being written, and what can be done about it. Names no person.
public struct LetterObstacle: Error, Hashable, Sendable {
  /// Nil for what concerns every letter.
  public let candidacy: CandidacyID?
  public let sentence: Text
  public let remedy: Text

  private init(_ candidacy: CandidacyID?, _ sentence: Text, remedy: Text) {
    self.candidacy = candidacy
    self.sentence = sentence
    self.remedy = remedy
  }

  /// The sentence with the candidacy before it and the remedy after it.
  public var text: Text {
    let whole = sentence.then(remedy)
    return candidacy.map { whole.at($0.text) } ?? whole
  }
}

// MARK: What concerns every letter

extension LetterObstacle {
  static func ended(_ jury: JuryID, isAnnulled: Bool) -> Self {
    Self(
      nil,
      isAnnulled
        ? Text("le jury \(jury) est annulé", "jury \(jury) is annulled")
        : Text("la session du jury \(jury) est décommandée", "jury \(jury) is cancelled"),
      remedy: Text(
        "un autre jury, qui convoquera les candidats",
        "another jury is to be convened, which summons the candidates"))
  }

  static func noCertifier(of certification: CertificationCode) -> Self {
    Self(
      nil,
      Text(
        "le registre ne décrit pas le certificateur de \(certification)",
        "the ledger does not describe the certifier of \(certification)"),
      remedy: Text(
        "enregistrez-le : `acquis record CertifierDescribed`",
        "record it: `acquis record CertifierDescribed`"))
  }

  static func noSignatory(of certification: CertificationCode) -> Self {
    Self(
      nil,
      Text(
        "le certificateur de \(certification) n’a pas de signataire",
        "the certifier of \(certification) has no signatory"),
      remedy: Text(
        "enregistrez-en un : `acquis record CertifierDescribed`, champ `signatories`",
        "record one: `acquis record CertifierDescribed`, signatories"))
  }

  static func signatoryUnreadable(_ member: MemberID) -> Self {
    Self(
      nil,
      Text(
        "le nom du signataire \(member) ne peut pas être lu",
        "the name of the signatory \(member) cannot be read"),
      remedy: Text(
        "enregistrez-le de nouveau (CertifierDescribed), ou voyez `acquis vault verify`",
        "record it again (CertifierDescribed), or see `acquis vault verify`"))
  }

  static func noPlace(_ jury: JuryID, at position: Position) -> Self {
    Self(
      nil,
      Text(
        "le lieu de la session du jury \(jury) n’est pas enregistré",
        "the place of the session of jury \(jury) is not recorded"),
      remedy: Text(
        "corrigez l’entrée \(position) : `acquis correct \(position) place=…`",
        "correct entry \(position): `acquis correct \(position) place=…`"))
  }
}

// MARK: What concerns one letter

extension LetterObstacle {
  private static func except(_ candidacy: CandidacyID) -> Text {
    Text(
      "`--except \(candidacy)` laisse cette candidature de côté",
      "--except \(candidacy) leaves it out")
  }

  static func erased(_ candidacy: CandidacyID) -> Self {
    Self(
      candidacy, Text("les données de la personne ont été effacées", "the person is erased"),
      remedy: except(candidacy))
  }

  static func unreadable(_ candidacy: CandidacyID) -> Self {
    Self(
      candidacy, Text("l’identité ne peut pas être lue", "the identity cannot be read"),
      remedy: Text("voyez `acquis vault verify`", "see `acquis vault verify`")
        .then(except(candidacy)))
  }

  static func deceased(_ candidacy: CandidacyID) -> Self {
    Self(
      candidacy, Text("la personne est décédée", "the person is deceased"),
      remedy: except(candidacy))
  }

  static func notEnrolled(_ candidacy: CandidacyID) -> Self {
    Self(
      candidacy,
      Text("le candidat n’est pas encore inscrit ce jour-là", "not enrolled on that day"),
      remedy: except(candidacy))
  }

  static func underAppeal(_ candidacy: CandidacyID, _ block: BlockCode) -> Self {
    Self(
      candidacy,
      Text(
        "la décision sur \(block) fait l’objet d’un recours en cours",
        "the decision on \(block) is under appeal"),
      remedy: Text(
        "enregistrez d’abord son issue (AppealDecided)",
        "record its outcome first (AppealDecided)"
      ).then(except(candidacy)))
  }

  static func nothingInForce(_ candidacy: CandidacyID) -> Self {
    Self(
      candidacy,
      Text("aucune décision du jury n’est en vigueur", "no decision of the jury is in force"),
      remedy: except(candidacy))
  }

  static func groundsUnreadable(_ candidacy: CandidacyID, _ position: Position) -> Self {
    Self(
      candidacy,
      Text(
        "un texte de l’entrée \(position) ne peut pas être lu",
        "a text of entry \(position) cannot be read"),
      remedy: Text("voyez `acquis vault verify`", "see `acquis vault verify`")
        .then(except(candidacy)))
  }
}
