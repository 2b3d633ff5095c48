/// The identity of a candidate in clear, as submitted and as the vault decrypts it.
///
/// It is never stored in clear: the log holds it ``Sealed``. The fields are those that the Caisse
/// des Dépôts requires; what the past does not tell of them may be left out, and the person's
/// certification then cannot be declared.
public struct Identity: Hashable, Sendable {
  /// *Nom de naissance*.
  public let birthName: FreeText
  /// *Nom d’usage*; nil if there is none.
  public let usageName: FreeText?
  /// In the order of the civil register.
  public let firstNames: NonEmpty<FreeText>
  /// Nil if not known.
  public let birthDate: BirthDate?
  /// Nil if not known.
  public let sex: Sex?
  /// Nil if not known.
  public let birthPlace: BirthPlace?
  /// An e-mail address; nil if none was given.
  public let email: FreeText?

  public init(
    birthName: FreeText, usageName: FreeText? = nil, firstNames: NonEmpty<FreeText>,
    birthDate: BirthDate? = nil, sex: Sex? = nil, birthPlace: BirthPlace? = nil,
    email: FreeText? = nil
  ) {
    self.birthName = birthName
    self.usageName = usageName
    self.firstNames = firstNames
    self.birthDate = birthDate
    self.sex = sex
    self.birthPlace = birthPlace
    self.email = email
  }

  /// Whether the birth date, the sex or the place of birth is not known, so that a certification
  /// of this person cannot be declared to the Caisse des Dépôts.
  public var isIncomplete: Bool { birthDate == nil || sex == nil || birthPlace?.code == nil }
}
