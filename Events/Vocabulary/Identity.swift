/// Who a candidate is, in clear: what comes through the door and what the vault opens.
///
/// Never stored so: the log holds it ``Sealed``. The fields are those the Caisse des Dépôts asks for.
public struct Identity: Hashable, Sendable {
  /// *Nom de naissance*.
  public let birthName: FreeText
  /// *Nom d’usage*, where there is one.
  public let usageName: FreeText?
  /// First names, in order of the civil register.
  public let firstNames: NonEmpty<FreeText>
  /// As far as it is known.
  public let birthDate: BirthDate
  /// As the certification flow states it.
  public let sex: Sex
  /// Where the person was born.
  public let birthPlace: BirthPlace
  /// Where to write, if given.
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
