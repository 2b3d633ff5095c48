public import AcquisLedger
public import Events
public import Projections

/// What is in the way of a document. It never contains a person's data.
public enum Obstacle: Error, Hashable, Sendable {
  /// Why a text about a person cannot be printed.
  public enum Gap: Hashable, Sendable {
    case none
    case hidden
    case erased
    case unreadable
  }

  // What is attested

  /// No block is held.
  case nothingHeld(CandidacyID, CandidacyStatus)
  /// The certification was awarded, then revoked.
  case awardRevoked(CandidacyID)
  /// There is no award in force.
  case noAward(CandidacyID)
  /// No certificate of the whole certification was issued.
  case noCertificate(CandidacyID)
  /// The candidacy has no certificate of this number on that day.
  case otherNumber(CandidacyID)
  /// The number is a partial certificate's.
  case partialNumber(CandidacyID)
  /// Another number replaced it.
  case replacedNumber(by: CertificateNumber)
  case appealPending(BlockCode, jury: JuryID, at: Position)
  case toReview(ReviewItem)
  /// A block was recognised from a validation that counts no more.
  case sourceFallen(BlockCode, from: CandidacyID)

  // Whose it is

  case identity(CandidateID, Gap)
  /// The day or the place of birth is not known.
  case birthUnknown(CandidateID)

  // Who attests it

  case certifierNotDescribed(CertificationCode)
  case signatory(Gap)
  /// The day on which the certification was registered is not known.
  case decisionDayUnknown(CertificationCode)

  /// Whether the document can be made all the same, and then says so.
  public var canBePassedOver: Bool {
    switch self {
    case .appealPending, .toReview, .sourceFallen, .birthUnknown: true
    case .nothingHeld, .awardRevoked, .noAward, .noCertificate, .otherNumber, .partialNumber,
      .replacedNumber, .identity, .certifierNotDescribed, .signatory, .decisionDayUnknown:
      false
    }
  }
}

extension Obstacle: TextConvertible {
  public var text: Text {
    switch self {
    case .nothingHeld(let candidacy, let status):
      let text = status.text
      return Text(
        "\(candidacy) : rien n’est acquis (\(text.french))",
        "\(candidacy): nothing is held (\(text.english))")
    case .awardRevoked(let candidacy):
      return Text(
        "\(candidacy) : la certification délivrée a été révoquée ; elle ne peut plus être attestée",
        "\(candidacy): the certification awarded was revoked; it is not attested any more")
    case .noAward(let candidacy):
      return Text(
        "\(candidacy) : la certification n’est pas délivrée",
        "\(candidacy): the certification is not awarded")
    case .noCertificate(let candidacy):
      return Text(
        "\(candidacy) : aucun numéro de certificat n’a été émis",
        "\(candidacy): no certificate number was issued")
    case .otherNumber(let candidacy):
      return Text(
        "\(candidacy) : ce numéro n’est pas, ce jour-là, celui d’un de ses certificats",
        "\(candidacy): this number is not one of its certificates’ on that day")
    case .partialNumber(let candidacy):
      return Text(
        "\(candidacy) : ce numéro est celui d’un certificat partiel",
        "\(candidacy): this number is a partial certificate’s")
    case .replacedNumber(let number):
      return Text(
        "ce certificat est remplacé par le n° \(number)",
        "this certificate is replaced by no. \(number)")
    case .appealPending(let block, let jury, let position):
      return Text(
        "un recours contre la décision du jury \(jury) sur \(block) est en cours (position \(position))",
        "an appeal against the decision of jury \(jury) on \(block) is pending (position \(position))"
      )
    case .toReview(let item):
      return Text(
        "à revoir : \(item.message.french) (\(item.rule), position \(item.position))",
        "to review: \(item.message.english) (\(item.rule), position \(item.position))")
    case .sourceFallen(let block, let candidacy):
      return Text(
        "\(block) est reconnu d’après \(candidacy), où il n’est plus acquis",
        "\(block) is recognised from \(candidacy), where it is no longer held")
    case .identity(let candidate, let gap):
      let why = gap.identity
      return Text("\(candidate) : \(why.french)", "\(candidate): \(why.english)")
    case .birthUnknown(let candidate):
      return Text(
        "\(candidate) : le jour ou le lieu de naissance n’est pas connu",
        "\(candidate): the day or the place of birth is not known")
    case .certifierNotDescribed(let code):
      return Text(
        "\(code) : ni le lieu ni le signataire des documents du certificateur ne sont enregistrés",
        "\(code): neither the place nor the signatory of the certifier’s documents is recorded")
    case .signatory(let gap): return gap.signatory
    case .decisionDayUnknown(let code):
      return Text(
        "\(code) : le jour de la décision d’enregistrement n’est pas connu, et un certificat doit le porter",
        "\(code): the day of the decision of registration is not known, and a certificate bears it")
    }
  }
}

extension Obstacle.Gap {
  /// The gap of a text; nil for one that is known.
  init?<Value>(_ text: PersonalText<Value>) {
    switch text {
    case .known: return nil
    case .none: self = .none
    case .hidden: self = .hidden
    case .erased: self = .erased
    case .unreadable: self = .unreadable
    }
  }

  fileprivate var identity: Text {
    switch self {
    case .none: Text("aucune identité n’est enregistrée", "no identity is recorded")
    case .hidden:
      Text(
        "l’identité n’a pas été lue, et le document nomme son titulaire",
        "the identity is not opened, and the document names its holder")
    case .erased: Text("les données de la personne ont été effacées", "the person is erased")
    case .unreadable:
      Text(
        "l’identité ne peut pas être lue avec ce coffre",
        "the identity cannot be read with this vault")
    }
  }

  fileprivate var signatory: Text {
    switch self {
    case .none:
      Text("le certificateur n’a pas de signataire", "the certifier has no signatory")
    case .hidden:
      Text(
        "le nom du signataire n’a pas été lu", "the signatory’s name is not opened")
    case .erased: Text("le nom du signataire a été effacé", "the signatory is erased")
    case .unreadable:
      Text(
        "le nom du signataire ne peut pas être lu avec ce coffre",
        "the signatory’s name cannot be read with this vault")
    }
  }
}
