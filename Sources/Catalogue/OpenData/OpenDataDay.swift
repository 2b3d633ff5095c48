/// A column of the fiches that has a day.
public enum OpenDataDay: String, CaseIterable, Hashable, Sendable {
  case effect = "Date_Effet"
  case decision = "Date_Decision"
  case publication = "Date_dernier_jo"
  case end = "Date_Fin_Enregistrement"
  case lastDelivery = "Date_Limite_Delivrance"

  /// The option that gives what the column is for; nil: there is none.
  public var option: String? {
    switch self {
    case .effect: "--registered-on"
    case .decision: nil
    // The day of publication is only that of the entry.
    case .publication: "--on"
    case .end: "--expires-on"
    case .lastDelivery: "--last-delivery"
    }
  }
}

extension OpenDataChoices {
  /// The days that are given, which need not be read.
  ///
  /// - Parameter entry: whether the day of the entry is given too.
  public func givenDays(entry: Bool) -> Set<OpenDataDay> {
    var days: Set<OpenDataDay> = entry ? [.publication] : []
    if registeredOn != nil { days.insert(.effect) }
    if expiresOn != nil { days.insert(.end) }
    if lastDeliveryOn != nil { days.insert(.lastDelivery) }
    return days
  }
}
