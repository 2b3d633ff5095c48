/// The identity of a candidate in clear, as submitted and as the vault decrypts it.
///
/// It is never stored in clear: the log holds it ``Sealed``. The fields are those that the Caisse
/// des Dépôts requires.
public struct Identity: Hashable, Sendable {
  /// *Nom de naissance*.
  public let birthName: FreeText
  /// *Nom d’usage*; nil if there is none.
  public let usageName: FreeText?
  /// In the order of the civil register.
  public let firstNames: NonEmpty<FreeText>
  public let birthDate: BirthDate
  public let sex: Sex
  public let birthPlace: BirthPlace
  /// An e-mail address; nil if none was given.
  public let email: FreeText?

  public init(
    birthName: FreeText, usageName: FreeText? = nil, firstNames: NonEmpty<FreeText>,
    birthDate: BirthDate, sex: Sex, birthPlace: BirthPlace, email: FreeText? = nil
  ) {
    self.birthName = birthName
    self.usageName = usageName
    self.firstNames = firstNames
    self.birthDate = birthDate
    self.sex = sex
    self.birthPlace = birthPlace
    self.email = email
  }
}
